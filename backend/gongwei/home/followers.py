"""Who takes part when the tree changes. Import this module wherever changes are carried out."""

from gongwei.members.follow import RosterFollower
from gongwei.organisations.changes.followers import register_follower

ROSTER = RosterFollower()

register_follower(ROSTER)
