using AgencyRoi.Access;
using AgencyRoi.DevelopmentProvider;

namespace AgencyRoi.Entry.Demo;

/// <summary>The people who can sign in to the demo, and the part that each has in its agencies.</summary>
internal static class DemoPeople
{
    public static IReadOnlyList<DevelopmentPerson> All { get; } =
    [
        new("demo-ann", "Ann Vale", "ann@northlight.example", Note: "Owner of Northlight Social"),
        new("demo-ben", "Ben Osei", "ben@northlight.example", Note: "Analyst of Northlight Social"),
        new("demo-cleo", "Cleo Marsh", "cleo@advertiser.example", Note: "Sees the published figures of one client of Northlight Social"),
        new("demo-dan", "Dan Ruiz", "dan@freelance.example", Note: "Manager of Northlight Social and owner of Atelier Rivage"),
        new("demo-eve", "Eve Kline", "eve@nowhere.example", EmailVerified: false, Note: "Member of no agency; the address is not verified"),
    ];

    public static IReadOnlyList<DemoPart> PartsIn(string slug) =>
        slug switch
        {
            "northlight" =>
            [
                new("demo-ann", AccessRole.Owner),
                new("demo-ben", AccessRole.Analyst),
                new("demo-cleo", AccessRole.Portal),
                new("demo-dan", AccessRole.Manager),
            ],
            "atelier-rivage" => [new("demo-dan", AccessRole.Owner)],
            _ => [],
        };
}

/// <summary>A role of a client's people is for the agency's first client.</summary>
internal sealed record DemoPart(string Subject, AccessRole Role)
{
    public DevelopmentPerson Person => DemoPeople.All.Single(person => person.Subject == Subject);
}
