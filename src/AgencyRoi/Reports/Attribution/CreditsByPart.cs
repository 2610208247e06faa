using System.Runtime.InteropServices;
using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Reports.Attribution;

/// <summary>The credits of one model, summed by the numbers of the dimension's values.</summary>
internal sealed class CreditsByPart
{
    private readonly List<ModelCredit> credits = [];

    /// <summary>In the order of the numbers; values after the last that was credited are not in it.</summary>
    public IReadOnlyList<ModelCredit> All => credits;

    public void Add(int part, decimal conversions, decimal value)
    {
        while (credits.Count <= part)
            credits.Add(default);
        ref var credit = ref CollectionsMarshal.AsSpan(credits)[part];
        credit = new(credit.Conversions + conversions, credit.Value + value);
    }
}
