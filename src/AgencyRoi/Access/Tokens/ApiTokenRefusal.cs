using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Access.Tokens;

/// <summary>Why a token is not made.</summary>
internal enum ApiTokenRefusal
{
    /// <summary>Only an owner gives out tokens.</summary>
    OwnerOnly,

    /// <summary>Nobody gives out a role with more rights than they have.</summary>
    RoleOutOfReach,

    /// <summary>A scope is a permission of the token's role.</summary>
    ScopesOutOfRole,

    /// <summary>The label has 1 to 200 characters.</summary>
    LabelInvalid,

    /// <summary>A portal's token is for one client at least.</summary>
    ClientsMissing,

    /// <summary>Nobody gives out more than they hold. Also the answer for clients that do not exist.</summary>
    ClientsOutOfReach,

    /// <summary>Nobody gives out groups that they do not hold as groups. Also the answer for groups that do not exist.</summary>
    ClientGroupsOutOfReach,

    /// <summary>Nobody gives out by its name a client that they see through a group, for as long as it is in it.</summary>
    ClientsOfGroup,

    /// <summary>Who is bound to trusted documents gives out no token that is not.</summary>
    DocumentsOutOfReach,

    /// <summary>It would have expired already.</summary>
    ExpiryPassed,

    /// <summary>Nobody gives out a token that outlasts their own.</summary>
    ExpiryOutOfReach,
}

/// <summary>The refusals in words, at the fields of the inputs.</summary>
internal static class ApiTokenRefusals
{
    public static IUserError Explain(this ApiTokenRefusal reason, NewApiToken wanted) =>
        reason switch
        {
            ApiTokenRefusal.OwnerOnly => new ForbiddenError("Only owners and admins give out tokens."),
            ApiTokenRefusal.RoleOutOfReach => new ForbiddenError("Nobody gives out a role with more rights than they have."),
            ApiTokenRefusal.ScopesOutOfRole => BadInputError.At("scopes", OutOfRole(wanted)),
            ApiTokenRefusal.LabelInvalid => BadInputError.At("label", "A label has 1 to 200 characters."),
            ApiTokenRefusal.ClientsMissing => BadInputError.At("clientIds", "A portal's token names its clients, or groups of them."),
            ApiTokenRefusal.ClientsOutOfReach => ClientGrantInput.NoSuchClients,
            ApiTokenRefusal.ClientGroupsOutOfReach => ClientGrantInput.NoSuchGroups,
            ApiTokenRefusal.ClientsOfGroup => ClientGrantInput.ClientsOfGroup,
            ApiTokenRefusal.DocumentsOutOfReach => new ForbiddenError("A token bound to trusted documents gives out only such tokens."),
            ApiTokenRefusal.ExpiryPassed => BadInputError.At("expiresAt", "It would have expired already."),
            ApiTokenRefusal.ExpiryOutOfReach => BadInputError.At(
                "expiresAt",
                "Your own token expires earlier: name a moment before its end, or leave the field out to take over its end."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };

    private static string OutOfRole(NewApiToken wanted)
    {
        var role = RolePermissions.Of(wanted.Role);
        var outside = wanted.Scopes!.Value.ToList().Where(scope => !role.Contains(scope)).Select(scope => EnumCode.Of(scope)); // As refused for them.
        return $"The role {EnumCode.Of(wanted.Role)} does not have {string.Join(", ", outside)}: name permissions of the role, or another role.";
    }
}
