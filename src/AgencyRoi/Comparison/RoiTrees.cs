using AgencyRoi.Database;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Comparison;

/// <summary>Value of one client, line, stream, method and grade.</summary>
internal sealed record MethodSum(
    Guid ClientId,
    Line Line,
    string Stream,
    string Method,
    int MethodVersion,
    EvidenceGrade Grade,
    EntrySums Sums
);

internal static class RoiTrees
{
    private static readonly string Sql = EmbeddedSql.Read("Comparison.roi_tree.sql");
    private static readonly Line[] Lines = [Line.Direct, Line.Assisted, Line.Indirect];

    /// <summary>In one statement, for any number of clients.</summary>
    public static async Task<IReadOnlyList<MethodSum>> LoadAsync(
        DatabaseSession session,
        SumScope scope,
        CancellationToken cancellationToken
    )
    {
        await using var command = session
            .Command(Sql)
            .With(session.TenantId, scope.ClientIds.ToArray(), EnumCode.Of(scope.Viewpoint), scope.Period.From, scope.Period.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sums = new List<MethodSum>();
        while (await reader.ReadAsync(cancellationToken))
            sums.Add(
                new(
                    reader.GetGuid(0),
                    EnumCode.Parse<Line>(reader.GetString(1)),
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.GetInt32(4),
                    EnumCode.Parse<EvidenceGrade>(reader.GetString(5)),
                    EntrySumsRow.Read(reader, 6)
                )
            );
        return sums;
    }

    public static RoiTree Of(FourFigures whole, IReadOnlyCollection<MethodSum> sums) =>
        new(whole.Scope.CurrencyCode, whole.Cost, [.. Nodes(whole.Scope, sums)]);

    private static IEnumerable<RoiTreeNode> Nodes(FigureScope scope, IReadOnlyCollection<MethodSum> sums)
    {
        var all = sums.Sum(sum => Amounts(sum).Amount);
        yield return Node("WHOLE", null, RoiTreeLevel.Whole, "WHOLE", sums);
        foreach (var line in Lines)
        {
            var lineCode = EnumCode.Of(line);
            var ofLine = sums.Where(sum => sum.Line == line).ToList();
            yield return Node(lineCode, "WHOLE", RoiTreeLevel.Line, lineCode, ofLine);
            foreach (var stream in StreamsOf(scope, line, ofLine))
            {
                var streamKey = $"{lineCode}/{stream}";
                var ofStream = ofLine.Where(sum => sum.Stream == stream).ToList();
                yield return Node(streamKey, lineCode, RoiTreeLevel.Stream, stream, ofStream);
                foreach (var method in ofStream.GroupBy(sum => sum.Method).OrderBy(method => method.Key, StringComparer.Ordinal))
                    yield return Node($"{streamKey}/{method.Key}", streamKey, RoiTreeLevel.Method, method.Key, [.. method]);
            }
        }

        RoiTreeNode Node(string key, string? parent, RoiTreeLevel level, string code, IReadOnlyCollection<MethodSum> parts)
        {
            int[] versions = level == RoiTreeLevel.Method ? [.. parts.Select(part => part.MethodVersion).Distinct().Order()] : [];
            return parts.Count == 0
                ? new(key, parent, level, code, [], 0, null, null, null, null, null, [])
                : new(
                    key,
                    parent,
                    level,
                    code,
                    versions,
                    parts.Sum(part => part.Sums.Entries),
                    Shown(parts, amounts => amounts.Amount),
                    Shown(parts, amounts => amounts.Adjusted),
                    Shown(parts, amounts => amounts.Low),
                    Shown(parts, amounts => amounts.High),
                    GradeShare.ShareOf(parts.Sum(part => Amounts(part).Amount), all),
                    GradeShare.Of(parts.Select(part => (part.Grade, Amounts(part).Amount)), scope)
                );
        }

        Money Shown(IEnumerable<MethodSum> parts, Func<LedgerAmounts, decimal> amount) =>
            scope.Shown(parts.Sum(part => amount(Amounts(part))));

        LedgerAmounts Amounts(MethodSum sum) => scope.InAgencyCurrency ? sum.Sums.Agency : sum.Sums.Client;
    }

    // In the agency's own viewpoint the fee is the only value, and none of the streams of clients belongs there.
    private static IEnumerable<string> StreamsOf(FigureScope scope, Line line, IEnumerable<MethodSum> sums) =>
        scope.Sums.Viewpoint == Viewpoint.Agency
            ? sums.Select(sum => sum.Stream).Distinct()
            : Enum.GetValues<ValueStream>()
                .Where(stream => ValueStreams.LineOf(stream) == line)
                .Select(EnumCode.Of)
                .Union(sums.Select(sum => sum.Stream));
}
