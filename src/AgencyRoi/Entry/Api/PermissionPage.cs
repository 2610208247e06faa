using System.Text;
using AgencyRoi.Access;
using AgencyRoi.Access.Permissions;
using AgencyRoi.GraphQL.TypeSystem;
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
        it, makes the whole field null. Whoever has a token without READ_DATA sees the plain values of what they write, and nothing that these lead to. Whoever is restricted to some clients sees and changes nothing of the agency's finances, and nothing else of the agency as a whole,
        whatever their role.
        """;

    private static readonly AccessRole[] Roles = Enum.GetValues<AccessRole>();

    public static string Print(ProductSchemas schemas)
    {
        var page = new StringBuilder(Head).Append("\n\n## Roles\n\n");
        AppendHead(page, "permission");
        foreach (var permission in Enum.GetValues<Permission>())
            AppendLine(page, EnumCode.Of(permission), permission);

        page.Append('\n');
        var descriptions = ((EnumType)schemas.Staff.FindType("TokenPermission")!).Values; // The schema has it.
        foreach (var permission in Enum.GetValues<Permission>())
            page.Append($"- {EnumCode.Of(permission)}: {descriptions[EnumCode.Of(permission)]!.Description}\n"); // All are described.

        foreach (var part in Lines(schemas).GroupBy(PartOf))
        {
            page.Append($"\n## {part.Key}\n\n");
            AppendHead(page, "member", "permission");
            foreach (var (member, permission) in part)
                AppendLine(page, $"`{member}` | {EnumCode.Of(permission)}", permission);
        }

        page.Append(
            $"\n## For everybody\n\n{string.Join(", ", PermissionMatrix.Free.Order(StringComparer.Ordinal).Select(member => $"`{member}`"))}: "
        );
        page.Append("what they tell follows from the caller or is the same for all, and a token may renew itself.\n");
        page.Append(
            "\n## Looked at and open\n\nMembers that look as if they told the agency's finances, by their names, and do not.\n\n| member | why |\n|---|---|\n"
        );
        foreach (var (member, reason) in HarmlessMembers.All.OrderBy(line => line.Key, StringComparer.Ordinal))
            page.Append($"| `{member}` | {reason} |\n");
        return page.ToString();
    }

    // All that is in the portal's schema is what was published.
    private static IEnumerable<(string Member, Permission Permission)> Lines(ProductSchemas schemas) =>
        PermissionMatrix
            .All.Select(line => (line.Key, line.Value))
            .Concat(
                schemas
                    .Portal.QueryType.Fields.Where(field => !PermissionMatrix.Free.Contains($"Query.{field.Name}"))
                    .Select(field => ($"portal Query.{field.Name}", Permission.ReadPublished))
            )
            .OrderBy(line => PartOf(line), StringComparer.Ordinal)
            .ThenBy(line => line.Item1, StringComparer.Ordinal);

    private static string PartOf((string Member, Permission Permission) line) =>
        line.Member.Split('.', ' ')[0] switch
        {
            "Query" or "Subscription" or "Mutation" => "Operations of staff",
            "portal" => "Operations of a client's people",
            "import" => "Files, which need IMPORT_FILES too",
            _ => "Fields, arguments and values of staff's operations",
        };

    private static void AppendHead(StringBuilder page, params string[] first)
    {
        page.Append($"| {string.Join(" | ", first)} | {string.Join(" | ", Roles.Select(EnumCode.Of))} |\n");
        page.Append($"|{string.Concat(Enumerable.Repeat("---|", first.Length + Roles.Length))}\n");
    }

    private static void AppendLine(StringBuilder page, string first, Permission permission) =>
        page.Append(
            $"| {first} | {string.Join(" | ", Roles.Select(role => RolePermissions.Of(role).Contains(permission) ? "yes" : ""))} |\n"
        );
}
