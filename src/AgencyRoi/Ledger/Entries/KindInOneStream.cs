namespace AgencyRoi.Ledger.Entries;

/// <summary>
/// An <see cref="EntryKind"/> in the four members in which closings of the formats 1 to 3 and whole entries of claims have it: the stream is the category
/// where there is one, and a cost says a grade and a basis that mean nothing.
/// </summary>
internal static class KindInOneStream
{
    private const EvidenceGrade OfNoMeaning = EvidenceGrade.A;
    private const ValuationBasis WithoutMeaning = ValuationBasis.Stated;

    public static EvidenceGrade GradeOf(EntryKind kind) => kind.Grade ?? OfNoMeaning;

    public static ValuationBasis BasisOf(EntryKind kind) => kind.Basis ?? WithoutMeaning;

    public static EntryKind Of(ReturnClass line, string stream, EvidenceGrade grade, ValuationBasis basis) =>
        line == ReturnClass.Cost ? EntryKind.Cost(EnumCode.Parse<CostCategory>(stream))
        : stream == EntryKind.Fee.Code ? EntryKind.Fee
        : EntryKind.Value(line, EnumCode.Parse<ValueStream>(stream), grade, basis);
}
