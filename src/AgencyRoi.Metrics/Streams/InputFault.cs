namespace AgencyRoi.Metrics.Streams;

/// <summary>The typed input of one kind of fact.</summary>
public interface IStreamInput
{
    /// <summary>What is wrong with it; empty when it can be valued.</summary>
    IEnumerable<InputFault> Faults();
}

/// <summary>A field that cannot be valued.</summary>
/// <param name="Field">The name of the input's property.</param>
public readonly record struct InputFault(string Field, InputRule Rule)
{
    /// <summary>The property that it is compared with; null where it is compared with none.</summary>
    public string? Other { get; init; }

    /// <summary>What is taken off the other one before they are compared; null: nothing.</summary>
    public string? Less { get; init; }
}

/// <summary>The rule that a field broke.</summary>
public enum InputRule
{
    /// <summary>Must not be below zero.</summary>
    NotNegative,

    /// <summary>Must be above zero.</summary>
    AboveZero,

    /// <summary>Must lie from 0 to 1, bounds included.</summary>
    Share,

    /// <summary>Low, amount and high must follow each other.</summary>
    Ordered,

    /// <summary>A part must not be larger than its whole.</summary>
    WithinWhole,

    /// <summary>Two parts of a whole must not come to more than 1.</summary>
    TogetherAtMostOne,

    /// <summary>Must be given.</summary>
    Required,

    /// <summary>A retention at or above 1 + the discount rate has no finite lifetime value.</summary>
    FiniteValue,

    /// <summary>Must not lie before the day that it follows.</summary>
    InOrder,
}

/// <summary>The checks that the inputs share. Each gives the fault or nothing.</summary>
internal static class Checks
{
    public static InputFault? NotNegative(string field, Estimate value) =>
        Ordered(field, value) ?? On(value.Low < 0m, field, InputRule.NotNegative);

    public static InputFault? AboveZero(string field, decimal value) => On(value <= 0m, field, InputRule.AboveZero);

    public static InputFault? Share(string field, Estimate value) =>
        Ordered(field, value) ?? On(value.Low < 0m || value.High > 1m, field, InputRule.Share);

    public static InputFault? Share(string field, decimal? value) => value is { } share ? Share(field, (Estimate)share) : null;

    public static InputFault? Within(string field, decimal part, string wholeField, decimal whole) =>
        NotNegative(field, part) ?? Against(part > whole, field, InputRule.WithinWhole, wholeField);

    /// <summary>The complaint that names both fields.</summary>
    public static InputFault? Against(bool isBroken, string field, InputRule rule, string other) =>
        isBroken ? new(field, rule) { Other = other } : null;

    public static InputFault? Ordered(string field, Estimate value) => On(!value.IsOrdered, field, InputRule.Ordered);

    public static InputFault? Required(string field, bool isGiven) => On(!isGiven, field, InputRule.Required);

    public static InputFault? On(bool isBroken, string field, InputRule rule) => isBroken ? new(field, rule) : null;

    public static IEnumerable<InputFault> Of(params IEnumerable<InputFault?> faults) => faults.OfType<InputFault>();

    /// <exception cref="ArgumentException">The caller did not refuse an input with faults.</exception>
    public static void Demand(IStreamInput input)
    {
        foreach (var fault in input.Faults())
            throw new ArgumentException($"{fault.Field} breaks the rule {fault.Rule}.", nameof(input));
    }
}
