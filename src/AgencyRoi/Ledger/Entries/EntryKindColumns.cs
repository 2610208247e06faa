using AgencyRoi.Platform.Database;
using Npgsql;
using static NpgsqlTypes.NpgsqlDbType;

namespace AgencyRoi.Ledger.Entries;

/// <summary>How an <see cref="EntryKind"/> lies in the ledger and its rollups.</summary>
internal static class EntryKindColumns
{
    public static RowColumn<T>[] Of<T>(Func<T, EntryKind> kindOf) =>
        [
            RowColumn<T>.Of("side", Text, row => EnumCode.Of(kindOf(row).Side)),
            RowColumn<T>.Of("line", Text, row => EnumCode.Of(kindOf(row).ReturnClass)),
            RowColumn<T>.Of("value_stream", Text, row => CodeOrNull(kindOf(row).ValueStream)),
            RowColumn<T>.Of("cost_category", Text, row => CodeOrNull(kindOf(row).CostCategory)),
            RowColumn<T>.Of("grade", Text, row => CodeOrNull(kindOf(row).Grade)),
            RowColumn<T>.Of("basis", Text, row => CodeOrNull(kindOf(row).Basis)),
        ];

    /// <summary>Reads the columns <c>line, value_stream, cost_category, grade, basis</c>, which say the side too.</summary>
    public static EntryKind Read(NpgsqlDataReader reader, ref int next)
    {
        var first = next;
        next += 5;
        var line = EnumCode.Parse<ReturnClass>(reader.GetString(first));
        if (line == ReturnClass.Cost)
            return EntryKind.Cost(EnumCode.Parse<CostCategory>(reader.GetString(first + 2)));
        return reader.IsDBNull(first + 1)
            ? EntryKind.Fee
            : EntryKind.Value(
                line,
                EnumCode.Parse<ValueStream>(reader.GetString(first + 1)),
                EnumCode.Parse<EvidenceGrade>(reader.GetString(first + 3)),
                EnumCode.Parse<ValuationBasis>(reader.GetString(first + 4))
            );
    }

    public static EntryKind Read(NpgsqlDataReader reader, int first) => Read(reader, ref first);

    private static string? CodeOrNull<T>(T? value)
        where T : struct, Enum => value is { } one ? EnumCode.Of(one) : null;
}
