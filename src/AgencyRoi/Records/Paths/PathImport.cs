using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Paths;

internal sealed class PathImport()
    : RecordingImport<JourneyPathStatement, JourneyPath>(
        JourneyPath.Recording,
        new PathColumn(),
        new PartColumn<Goal, GoalId>("goal", " that the conversions serve.")
    )
{
    public override string Name => "paths";

    public override string TotalledColumn => "conversions";

    protected override JourneyPathStatement Complete(
        JourneyPathStatement stated,
        ImportRow row,
        ClientId clientId,
        ImportReferences references
    ) =>
        stated with
        {
            ClientId = clientId,
            Touches = PathColumn.Read(row, clientId, references),
            GoalId = references.Find<GoalId>(row, "goal", clientId),
        };
}

/// <summary>A column of paths such as <c>blog > (direct) > mail</c>: each name is of a channel of the row's client, or a direct visit.</summary>
internal sealed record PathColumn : PartColumn<Channel, ChannelId>
{
    private const string Column = "path";
    private const char Separator = '>';

    // As analytics tools write it, and as people do.
    private static readonly string[] Direct = ["(direct)", "direct"];

    public PathColumn()
        : base(Column, IsRequired: true) =>
        Description =
            "The touches in their order, as blog > (direct) > mail: external references or global ids of the client's channels, (direct) or direct for a direct visit; "
            + "at most 200. A channel whose reference has a > in it, or is one of these words, is named by its id.";

    public override IEnumerable<string> NamesIn(string text) => Touches(text).Where(name => name.Length > 0 && !IsDirect(name));

    /// <summary>The touches of a row's path. A name that is no channel of the client is noted on the row by its place.</summary>
    public static IReadOnlyList<PathTouch> Read(ImportRow row, ClientId clientId, ImportReferences references)
    {
        string[] names = [.. Touches(row.RequiredKey(Column))];
        if (names.Length > JourneyPathStatement.MostTouches)
        {
            row.Refuse(Column, ErrorCode.BadInput, JourneyPathStatement.TooLong);
            return [];
        }
        var touches = new List<PathTouch>(names.Length);
        foreach (var (place, name) in names.Index())
            if (IsDirect(name))
                touches.Add(new());
            else if (references.Named(Column, clientId, name) is { } channel)
                touches.Add(new(new ChannelId(channel)));
            else if (row.IsSound)
                Refuse(row, name, place + 1);
        return touches;
    }

    private static void Refuse(ImportRow row, string name, int place)
    {
        if (name.Length == 0)
            row.Refuse(Column, ErrorCode.BadInput, $"Touch {place} of the path is empty.");
        else
            row.RefuseKey(Column, name, $"Touch {place} of the path is no channel of the client.");
    }

    // One more than a path may have is enough to refuse it, however long the field is.
    private static IEnumerable<string> Touches(string text)
    {
        var (start, count) = (0, 0);
        while (text.Length > 0 && start <= text.Length && count++ <= JourneyPathStatement.MostTouches)
        {
            var end = text.IndexOf(Separator, start) is var found and >= 0 ? found : text.Length;
            yield return text[start..end].Trim();
            start = end + 1;
        }
    }

    private static bool IsDirect(string name) => Direct.Contains(name, StringComparer.OrdinalIgnoreCase);
}
