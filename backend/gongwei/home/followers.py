"""Who takes part when the tree changes. Import this module wherever changes are carried out."""

from gongwei.accounts.role_assignments.follow import RoleFollower
from gongwei.members.follow import RosterFollower
from gongwei.organisations.changes.followers import register_follower, register_path_follower
from gongwei.secretaries.follow import SecretariesFollower
from gongwei.volunteering.follow import VolunteeringFollower
from gongwei.volunteering.hours.folding import follow_move

ROSTER = RosterFollower()
ROLES = RoleFollower()
SECRETARIES = SecretariesFollower()
VOLUNTEERING = VolunteeringFollower()

register_follower(ROSTER)
register_follower(ROLES)  # roles go where the roster has put their holders
register_follower(SECRETARIES)
register_follower(VOLUNTEERING)
register_path_follower(follow_move)
