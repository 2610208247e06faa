using AgencyRoi.Platform.Database;

namespace AgencyRoi.Entry.Cli.Agencies;

/// <summary>The way in that an agency's first owner is given together with it.</summary>
/// <param name="Called">As in "Its … is shown this once".</param>
/// <param name="Another">How to come by another one in place of a lost one.</param>
/// <param name="MakeAsync">Makes it in the agency's own transaction, and answers with what is printed.</param>
internal sealed record FirstOwner(
    string Called,
    string Another,
    Func<DatabaseSession, DateTimeOffset, CancellationToken, Task<string>> MakeAsync
);
