using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>The kind of a piece of evidence.</summary>
internal enum EvidenceKind
{
    /// <summary>A page, a post, a recording.</summary>
    Link,

    /// <summary>A report, a contract, an invoice.</summary>
    Document,

    /// <summary>A survey.</summary>
    Survey,

    /// <summary>A holdout, a geographic test, a comparison of groups.</summary>
    Experiment,

    /// <summary>Figures of a system: a shop, a help desk, an advertising account.</summary>
    SystemRecord,

    /// <summary>What a person said.</summary>
    Statement,

    /// <summary>A figure of somebody else's research.</summary>
    Benchmark,
}

/// <summary>A piece of evidence for a fact.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reference">Where it is found: an address, a file's name, a number; at most 2000 characters.</param>
/// <param name="Note">What it shows, at most 2000 characters.</param>
internal sealed record EvidenceItem(EvidenceKind Kind, string Reference, string? Note = null)
{
    public const int Most = 20;

    public static void Check(InputChecks checks, IReadOnlyList<EvidenceItem> evidence)
    {
        checks.Require(evidence.Count <= Most, "evidence", $"A fact has at most {Most} pieces of evidence.");
        foreach (var item in evidence)
        {
            checks.Text(item.Reference, "evidence", longest: 2000);
            checks.Text(item.Note, "evidence", longest: 2000);
        }
    }
}
