"""The routers of this package."""

from gongwei.accounts.own.routes import router as own
from gongwei.accounts.public.routes import router as public
from gongwei.accounts.role_assignments.routes import router as role_assignments
from gongwei.accounts.sign_in.routes import router as sign_in
from gongwei.accounts.users.routes import router as users

routers = (sign_in, public, own, users, role_assignments)
