using System.Text;
using AgencyRoi.Access;
using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Entry.Api;

/// <summary>docs/permissions.md, printed from the matrix.</summary>
internal static class PermissionPage
{
    private const string Head = """
        # Permissions

        Printed by `dotnet run --project src/AgencyRoi -- permissions` from the matrix that is enforced; a test fails when the two differ.

        A caller has the permissions of their role, less what the scopes of their token leave out, for the clients that they are restricted to. What a caller may not
        see or do is null with the error code FORBIDDEN at its path. An argument that names something the caller may not see, to show it, filter, order or group by
        it, makes the whole field null. Whoever is restricted to some clients sees and changes nothing of the agency's finances, and nothing else of the agency as a whole,
        whatever their role.
        """;

    public static string Print(ProductSchemas schemas)
    {
        var page = new StringBuilder(Head).Append("\n\n## Roles\n\n");
        var permissions = Enum.GetValues<Permission>();
        var roles = Enum.GetValues<AccessRole>();
        page.Append($"| permission | {string.Join(" | ", roles.Select(EnumCode.Of))} |\n");
        page.Append($"|---|{string.Concat(Enumerable.Repeat("---|", roles.Length))}\n");
        foreach (var permission in permissions)
            page.Append($"| {EnumCode.Of(permission)} | {string.Join(" | ", roles.Select(role => Mark(role, permission)))} |\n");

        var descriptions = ((GraphQL.TypeSystem.EnumType)schemas.Staff.FindType("TokenPermission")!).Values; // The schema has it.
        foreach (var permission in permissions)
        {
            page.Append($"\n## {EnumCode.Of(permission)}\n\n{descriptions[EnumCode.Of(permission)]!.Description}\n");
            AppendList(page, "Operations", Operations(schemas, permission));
            AppendList(page, "Fields, arguments and values", Lines(permission).Where(line => !IsRoot(line) && !IsImport(line)));
            AppendList(page, "Files", Lines(permission).Where(IsImport));
        }
        AppendList(page.Append("\n## For everybody\n"), "Operations", PermissionMatrix.Free);
        page.Append(
            "\n## Looked at and open\n\nMembers that look as if they told the agency's finances and do not.\n\n| member | why |\n|---|---|\n"
        );
        foreach (var (member, reason) in HarmlessMembers.All.OrderBy(line => line.Key, StringComparer.Ordinal))
            page.Append($"| `{member}` | {reason} |\n");
        return page.ToString();
    }

    // All that is in the portal's schema is what was published.
    private static IEnumerable<string> Operations(ProductSchemas schemas, Permission permission) =>
        permission == Permission.ReadPublished
            ? schemas.Portal.QueryType.Fields.Select(field => $"Query.{field.Name}").Except(PermissionMatrix.Free)
            : Lines(permission).Where(IsRoot);

    private static IEnumerable<string> Lines(Permission permission) =>
        PermissionMatrix.All.Where(line => line.Value == permission).Select(line => line.Key);

    private static bool IsRoot(string line) => line.Split('.')[0] is "Query" or "Mutation" or "Subscription";

    private static bool IsImport(string line) => line.StartsWith("import ", StringComparison.Ordinal);

    private static string Mark(AccessRole role, Permission permission) => RolePermissions.Of(role).Contains(permission) ? "yes" : "";

    private static void AppendList(StringBuilder page, string title, IEnumerable<string> lines)
    {
        var sorted = lines.Order(StringComparer.Ordinal).Select(line => $"`{line}`").ToList();
        if (sorted.Count > 0)
            page.Append($"\n{title}: {string.Join(", ", sorted)}.\n");
    }
}
