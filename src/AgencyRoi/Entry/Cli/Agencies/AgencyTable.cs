using System.Globalization;
using AgencyRoi.Entry.Terminal;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Entry.Cli.Agencies;

/// <summary>The list of agencies as text, which scripts can read.</summary>
internal static class AgencyTable
{
    private const int ClientsPlace = 4;
    private static readonly string[] Head = ["slug", "name", "currency", "state", "clients", "created", "last used"];

    public static string Of(IReadOnlyList<ListedAgency> agencies) =>
        agencies.Count == 0
            ? "There is no agency. The verb agency create makes one."
            : string.Join('\n', TextTable.Lines(Head, agencies.Select(Cells), place => place == ClientsPlace));

    private static string[] Cells(ListedAgency agency) =>
        [
            agency.Slug,
            agency.Name,
            agency.CurrencyCode,
            agency.IsSuspended ? "suspended" : "active",
            agency.Clients.ToString(CultureInfo.InvariantCulture),
            Day(agency.CreatedAt),
            agency.LastUsedAt is { } used ? Day(used) : "never",
        ];

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
