using AgencyRoi.GraphQL.Validation.Limits;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Entry.Api;

/// <summary>The section <c>Limits</c> of the settings: how much may be given to the inputs of one operation.</summary>
internal sealed record InputLimitSettings
{
    /// <summary>Comparisons of filters and keys of orders.</summary>
    public int Terms { get; init; } = 100;

    /// <summary>Groups of a filter or an order inside one another.</summary>
    public int TermNesting { get; init; } = 8;

    /// <summary>Items of all lists together.</summary>
    public int Values { get; init; } = 1_000;

    /// <summary>Items of one list.</summary>
    public int ListItems { get; init; } = 250;

    public DocumentLimits OfDocuments =>
        new()
        {
            MaxTerms = Terms,
            MaxTermNesting = TermNesting,
            MaxValues = Values,
            MaxListLength = ListItems,
        };

    /// <exception cref="SettingException">A number that would refuse everything.</exception>
    public static InputLimitSettings Read(IConfiguration settings)
    {
        var read = settings.GetSection("Limits").Get<InputLimitSettings>() ?? new InputLimitSettings();
        return read is { Terms: > 0, TermNesting: > 0, Values: > 0, ListItems: > 0 }
            ? read
            : throw new SettingException("Limits: Terms, TermNesting, Values and ListItems are above 0.");
    }
}
