"""What a member may do, by role. Pure; the door itself is access.py."""

from enum import StrEnum


class Role(StrEnum):
    """Owners also hand out ownership; admins also change content, rules and the team; operators answer in the inbox."""

    OWNER = "owner"
    ADMIN = "admin"
    OPERATOR = "operator"

    def covers(self, needed: "Role") -> bool:
        """Each role may do all that the roles below it may."""
        return _RANK[self] >= _RANK[needed]


_RANK = {Role.OPERATOR: 0, Role.ADMIN: 1, Role.OWNER: 2}


def may_grant(giver: Role, granted: Role) -> bool:
    """Nobody hands out more than they have, and only owners and admins hand out anything."""
    return giver.covers(Role.ADMIN) and giver.covers(granted)


def may_change(actor: Role, current: Role, wanted: Role) -> bool:
    """Both the role a member has and the one they would get must be within the actor's reach."""
    return may_grant(actor, current) and may_grant(actor, wanted)
