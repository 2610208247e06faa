using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Returns.Comparison;

/// <summary>Value of one client, line, stream, method and grade.</summary>
internal sealed record MethodSum(
    ClientId ClientId,
    ReturnClass Line,
    string Stream,
    string Method,
    int MethodVersion,
    EvidenceGrade Grade,
    EntrySums Sums
);

internal static class RoiTrees
{
    private static readonly string Sql = EmbeddedSql.Read("Returns.Comparison.roi_tree.sql");
    private static readonly ReturnClass[] Lines = [ReturnClass.Direct, ReturnClass.Assisted, ReturnClass.Indirect, ReturnClass.CostAvoided];

    /// <summary>In one statement, for any number of clients.</summary>
    public static async Task<IReadOnlyList<MethodSum>> LoadAsync(
        DatabaseSession session,
        SumScope scope,
        CancellationToken cancellationToken
    )
    {
        var (_, months, _) = scope.Period.AroundWholeMonths();
        await using var command = session
            .Command(Sql)
            .With(
                session.TenantId,
                session.Visible(scope.ClientIds),
                EnumCode.Of(scope.Viewpoint),
                scope.Period.From,
                scope.Period.To,
                months.From,
                months.To
            );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sums = new List<MethodSum>();
        while (await reader.ReadAsync(cancellationToken))
            sums.Add(
                new(
                    reader.GetId<ClientId>(0),
                    EnumCode.Parse<ReturnClass>(reader.GetString(1)),
                    Stream: reader.GetString(2),
                    Method: reader.GetString(3),
                    reader.GetInt32(4),
                    EnumCode.Parse<EvidenceGrade>(reader.GetString(5)),
                    EntrySumsRow.Read(reader, 6)
                )
            );
        return sums;
    }

    public static RoiTree Of(FourFigures whole, IReadOnlyCollection<MethodSum> sums) =>
        new(whole.Scope.CurrencyCode, whole.Cost, [.. Nodes(whole.Scope, sums)]) { Counted = whole.Scope.Entries };

    private static IEnumerable<RoiTreeNode> Nodes(FigureScope scope, IReadOnlyCollection<MethodSum> sums)
    {
        var places = MinorUnits.Of(scope.CurrencyCode);
        var all = Total(sums);
        var shown = Rounded(all, places);
        var counted = scope.Entries with { Side = EntrySide.Value };
        yield return Node(key: "WHOLE", parent: null, RoiTreeLevel.Whole, "WHOLE", null, sums, shown);
        var ofLines = Lines.Select(line => sums.Where(sum => sum.Line == line).ToList()).ToList();
        foreach (var (line, ofLine, shownLine) in Lines.Zip(ofLines, Together(ofLines.ConvertAll(Total), places, shown)))
        {
            var lineCode = EnumCode.Of(line);
            counted = counted with { ReturnClasses = [line], Codes = null };
            yield return Node(key: lineCode, parent: "WHOLE", RoiTreeLevel.ReturnClass, lineCode, null, ofLine, shownLine);
            var streams = StreamsOf(scope, line, sums).ToList();
            var ofStreams = streams.ConvertAll(stream => ofLine.Where(sum => sum.Stream == stream).ToList());
            foreach (
                var (stream, ofStream, shownStream) in streams.Zip(ofStreams, Together(ofStreams.ConvertAll(Total), places, shownLine))
            )
            {
                var (streamKey, origin) = ($"{lineCode}/{stream}", OriginOf(stream));
                counted = counted with { Codes = [stream] };
                yield return Node(key: streamKey, parent: lineCode, RoiTreeLevel.Stream, stream, origin, ofStream, shownStream);
                var methods = ofStream.GroupBy(sum => sum.Method).OrderBy(method => method.Key, StringComparer.Ordinal).ToList();
                foreach (var (method, shownMethod) in methods.Zip(Together(methods.ConvertAll(Total), places, shownStream)))
                    yield return Node(
                        key: $"{streamKey}/{method.Key}",
                        parent: streamKey,
                        RoiTreeLevel.Method,
                        method.Key,
                        origin,
                        [.. method],
                        shownMethod
                    );
            }
        }

        RoiTreeNode Node(
            string key,
            string? parent,
            RoiTreeLevel level,
            string code,
            ReturnClass? origin,
            IReadOnlyCollection<MethodSum> parts,
            LedgerAmounts seen
        )
        {
            int[] versions = level == RoiTreeLevel.Method ? [.. parts.Select(part => part.MethodVersion).Distinct().Order()] : [];
            return parts.Count == 0
                ? new(Key: key, ParentKey: parent, level, code, origin, [], 0, Value: null, Adjusted: null, Low: null, High: null, null, [])
                {
                    Counted = counted,
                }
                : new(
                    Key: key,
                    ParentKey: parent,
                    level,
                    code,
                    origin,
                    versions,
                    parts.Sum(part => part.Sums.Entries),
                    Value: scope.Shown(seen.Amount),
                    Adjusted: scope.Shown(seen.Adjusted),
                    Low: scope.Shown(seen.Low),
                    High: scope.Shown(seen.High),
                    GradeShare.ShareOf(Total(parts).Amount, all.Amount),
                    GradeShare.Of(parts.Select(part => (part.Grade, Amounts(part).Amount)), scope.Shown(seen.Amount))
                )
                {
                    Counted = counted,
                };
        }

        LedgerAmounts Total(IEnumerable<MethodSum> parts) => parts.Aggregate(default(LedgerAmounts), (sum, part) => sum + Amounts(part));

        LedgerAmounts Amounts(MethodSum sum) => scope.InAgencyCurrency ? sum.Sums.Agency : sum.Sums.Client;
    }

    // The children of a node are rounded together, so that they add up to what is shown of it.
    private static LedgerAmounts[] Together(IReadOnlyList<LedgerAmounts> children, int places, LedgerAmounts shown)
    {
        var (amounts, adjusted) = (Round(child => child.Amount), Round(child => child.Adjusted));
        var (lows, highs) = (Round(child => child.Low), Round(child => child.High));
        return [.. children.Select((_, i) => new LedgerAmounts(amounts[i], adjusted[i], lows[i], highs[i]))];

        decimal[] Round(Func<LedgerAmounts, decimal> amount) => LargestRemainder.Round([.. children.Select(amount)], places, amount(shown));
    }

    private static LedgerAmounts Rounded(LedgerAmounts amounts, int places)
    {
        return new(Round(amounts.Amount), Round(amounts.Adjusted), Round(amounts.Low), Round(amounts.High));

        decimal Round(decimal amount) => decimal.Round(amount, places, MidpointRounding.AwayFromZero);
    }

    // In the agency's own viewpoint the fee is the only value, and none of the streams of clients belongs there. A stream of which nothing was
    // measured has a node below the line that it has by origin.
    private static IEnumerable<string> StreamsOf(FigureScope scope, ReturnClass line, IReadOnlyCollection<MethodSum> sums)
    {
        if (scope.Sums.Viewpoint == Viewpoint.Agency)
            return sums.Where(sum => sum.Line == line).Select(sum => sum.Stream).Distinct();
        var linesOf = sums.ToLookup(sum => sum.Stream, sum => sum.Line);
        return Enum.GetValues<ValueStream>()
            .Where(stream => linesOf[EnumCode.Of(stream)].DefaultIfEmpty(ValueStreams.OriginOf(stream)).Contains(line))
            .Select(EnumCode.Of);
    }

    // The agency's fee is no stream of a client; it comes in as it is.
    private static ReturnClass OriginOf(string stream) =>
        EnumCode.TryParse<ValueStream>(stream, out var known) ? ValueStreams.OriginOf(known) : ReturnClass.Direct;
}
