namespace AgencyRoi.Tests.Entry.Api;

/// <summary>The closed list of verbs that a mutation may begin with, as <c>schema/README.md</c> explains them.</summary>
internal static class MutationVerbs
{
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        "create",
        "update",
        "archive",
        "move",
        "activate",
        "set",
        "record",
        "correct",
        "retract",
        "cancel",
        "end",
        "merge",
        "erase",
        "split",
        "revalue",
        "settle",
        "close",
        "publish",
        "start",
        "unpublish",
        "rotate",
        "revoke",
        "invite",
        "remove",
    };

    /// <summary>The verb and the noun of a mutation's name: <c>correct</c> and <c>Cost</c> of <c>correctCost</c>.</summary>
    public static (string Verb, string Noun) Split(string mutation)
    {
        var verb = string.Concat(mutation.TakeWhile(char.IsLower));
        return (verb, mutation[verb.Length..]);
    }
}
