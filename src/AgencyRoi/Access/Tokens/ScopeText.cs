using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform.Database.Mapping;
using Npgsql;

namespace AgencyRoi.Access.Tokens;

/// <summary>The column of scopes, where no scopes leave every permission.</summary>
internal static class ScopeText
{
    public static PermissionSet Read(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column)
            ? PermissionSet.All
            : PermissionSet.Of(row.GetFieldValue<string[]>(column).Select(EnumText<Permission>.FromText));
}
