using AgencyRoi.Entry.Demo.Generated;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Entry.Demo;

/// <summary>An agency of the demo and its clients; the first client is the one that the portal's token is for.</summary>
internal sealed record DemoAgency(NewAgency Agency, IReadOnlyList<ClientPlan> Clients)
{
    public AgencyTerms Terms { get; init; } = new();

    // Their ids are fixed, so that an agency of somebody's own that happens to have the slug is never taken for the demo's.
    private static readonly NewAgency Northlight = new("northlight", "Northlight Social", "USD", "America/New_York")
    {
        Id = new(new Guid("01890000-0000-7000-8000-00000000d301")),
    };

    private static readonly NewAgency Rivage = new("atelier-rivage", "Atelier Rivage", "EUR", "Europe/Paris")
    {
        Id = new(new Guid("01890000-0000-7000-8000-00000000d302")),
    };

    public static IReadOnlyList<DemoAgency> All() =>
        [
            new(
                Northlight,
                [
                    Published(FacebookAdvertiser.Plan()),
                    CosmeticsBrand.Plan(),
                    .. Generated(
                        "alder-outfitters",
                        "brightwater-software",
                        "cobalt-machine-works",
                        "dunmore-hotels",
                        "evergreen-rescue",
                        "fenwick-mutual",
                        "granite-gym"
                    ),
                ]
            )
            {
                Terms = NorthlightTerms.All,
            },
            new(Rivage, [Published(Generated("fournil-bakeries").Single()), .. Generated("harbour-languages", "lumen-roofs")])
            {
                Terms = new()
                {
                    ClientGroups =
                    [
                        new("generated-local", "Local trade", "fournil-bakeries", "lumen-roofs"),
                        new("generated-retainer", "Retainer clients", "fournil-bakeries", "harbour-languages"),
                    ],
                },
            },
        ];

    private static IEnumerable<ClientPlan> Generated(params IEnumerable<string> references) =>
        references.Select(reference => Generator.Plan(RecipeFiles.Read(reference)));

    /// <summary>The client of a portal's token: its last half year is closed and published.</summary>
    private static ClientPlan Published(ClientPlan plan) =>
        plan with
        {
            PublishedMonths = [.. Enumerable.Range(-6, 6).Select(month => DemoPeriod.Days.To.AddMonths(month))],
        };
}
