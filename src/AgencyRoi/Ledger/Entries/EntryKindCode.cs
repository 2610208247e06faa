using System.Collections.Concurrent;

namespace AgencyRoi.Ledger.Entries;

/// <summary>
/// An <see cref="EntryKind"/> in one text, such as <c>INDIRECT:REPUTATION:C:STATED</c>, <c>COST:AD_SPEND</c> or <c>DIRECT:AGENCY_FEE:A:REVENUE</c>: return class,
/// stream or category and, of value, grade and basis. Rows of one text are grouped and read faster than rows of five columns.
/// </summary>
internal static class EntryKindCode
{
    // As many as there are kinds: what is no kind throws, and is not kept.
    private static readonly ConcurrentDictionary<string, EntryKind> Kinds = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<EntryKind, string> Codes = new();

    public static string Of(EntryKind kind) => Codes.GetOrAdd(kind, Write);

    /// <exception cref="FormatException">It is no kind of entry.</exception>
    public static EntryKind Parse(string code) => Kinds.GetOrAdd(code, Read);

    private static string Write(EntryKind kind) =>
        kind is { Grade: { } grade, Basis: { } basis }
            ? $"{EnumCode.Of(kind.ReturnClass)}:{kind.Code}:{EnumCode.Of(grade)}:{EnumCode.Of(basis)}"
            : $"{EnumCode.Of(kind.ReturnClass)}:{kind.Code}";

    private static EntryKind Read(string code) =>
        code.Split(':') switch
        {
            ["COST", var category] => EntryKind.Cost(EnumCode.Parse<CostCategory>(category)),
            _ when code == Of(EntryKind.Fee) => EntryKind.Fee,
            [var returnClass, var stream, var grade, var basis] => EntryKind.Value(
                EnumCode.Parse<ReturnClass>(returnClass),
                EnumCode.Parse<ValueStream>(stream),
                EnumCode.Parse<EvidenceGrade>(grade),
                EnumCode.Parse<ValuationBasis>(basis)
            ),
            _ => throw new FormatException($"{code} is no kind of entry."),
        };
}
