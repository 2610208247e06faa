using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Streams;

/// <summary>Inputs of a method by name, as an entry keeps them; bounds are written where there are any.</summary>
internal sealed class Inputs : Dictionary<string, string>
{
    public void Add(string name, decimal value) => this[name] = ExactAmount.Text(value);

    public void Add(string name, decimal? value)
    {
        if (value is { } given)
            Add(name, given);
    }

    public void Add(string name, bool value) => this[name] = value ? "true" : "false";

    public void Add(string name, Estimate value)
    {
        Add(name, value.Amount);
        if (value.IsExact)
            return;
        Add($"{name}Low", value.Low);
        Add($"{name}High", value.High);
    }
}

/// <summary>The one place where an exact estimate of a stream becomes a line of the ledger.</summary>
internal static class StreamEntry
{
    /// <param name="best">The strongest grade that the method can have, whatever the evidence.</param>
    /// <param name="isSignificant">False keeps the amount and takes it out of the adjusted total.</param>
    /// <returns>No line where nothing is worth anything.</returns>
    public static IReadOnlyList<ValuedEntry> Of(
        StreamFact fact,
        ValueStream stream,
        ValuationBasis basis,
        string unit,
        ValuationMethod method,
        EvidenceGrade best,
        Estimate exact,
        Inputs inputs,
        ValuationTerms terms,
        decimal quantity = 0m,
        decimal share = 1m,
        bool isSignificant = true
    )
    {
        if (exact == Estimate.Zero)
            return [];

        var line = ValueStreams.ReturnClassOf(stream, basis);
        var grade = fact.Grade > best ? fact.Grade : best;
        var factor = isSignificant ? terms.FactorsOn(fact.Day).Of(line, grade) : 0m;
        var rates = terms.RatesOn(fact.CurrencyCode, fact.Day);
        var unrounded = UnroundedEntry.Of(exact, rates, factor);
        inputs.Add("factor", factor);
        return
        [
            new ValuedEntry
            {
                Day = fact.Day,
                Viewpoint = Viewpoint.Client,
                Kind = EntryKind.Value(line, stream, grade, basis),
                Dimensions = fact.Dimensions,
                Unit = unit,
                IsClaim = true,
                Share = share,
                Quantity = quantity,
                Method = method,
                Inputs = inputs,
                Unrounded = unrounded,
                OriginalAmount = LedgerRounding.Of(unrounded.Original),
                OriginalCurrency = fact.CurrencyCode,
                Rates = rates,
                Client = unrounded.Client.At(1m),
                Agency = unrounded.Agency.At(1m),
            },
        ];
    }

    /// <summary>Contribution where a margin is known, revenue where none is.</summary>
    public static ValuationBasis BasisOf(decimal? margin) => margin is null ? ValuationBasis.Revenue : ValuationBasis.Margin;

    /// <summary>The month of a unit's name: <c>2024-05</c>.</summary>
    public static string Month(DateOnly day) => FormattableString.Invariant($"{day:yyyy-MM}");
}
