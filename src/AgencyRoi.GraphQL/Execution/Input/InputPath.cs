using System.Globalization;

namespace AgencyRoi.GraphQL.Execution.Input;

/// <summary>Where in a variable a value stands: <c>.name</c> or <c>[0]</c> after what comes before.</summary>
internal sealed record InputPath(InputPath? Parent, object Key)
{
    public string After(string variable) =>
        (Parent?.After(variable) ?? variable) + (Key is int index ? string.Create(CultureInfo.InvariantCulture, $"[{index}]") : $".{Key}");
}
