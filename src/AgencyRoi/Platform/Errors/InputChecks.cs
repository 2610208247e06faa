using System.Text.RegularExpressions;

namespace AgencyRoi.Platform.Errors;

/// <summary>
/// Checks the values of an input and gathers every complaint with the path of its field, so that a form can show them all at once.
/// Texts are stored as they are given: nothing is trimmed or replaced, but for the blanks around a <see cref="KeyAttribute">key</see>.
/// </summary>
internal partial class InputChecks
{
    private readonly List<IUserError> errors;

    public InputChecks()
        : this([], ["input"]) { }

    protected InputChecks(List<IUserError> errors, string[] path) => (this.errors, Path) = (errors, path);

    /// <summary>The way to the object whose fields are checked.</summary>
    public IReadOnlyList<string> Path { get; }

    public bool Passed => errors.Count == 0;

    public IReadOnlyList<IUserError> Errors => errors;

    /// <summary>The complaints of all objects within one input, which share one list.</summary>
    protected List<IUserError> Gathered => errors;

    /// <summary>The same checks for the fields of an object that lies in a field: its complaints are among these, with longer paths.</summary>
    public InputChecks Within(string field) => new(errors, PathOf(field));

    /// <summary>The way to a field, for an error of one's own.</summary>
    public string[] PathOf(string field) => [.. Path, field];

    public void Add(IUserError? error)
    {
        if (error is not null)
            errors.Add(error);
    }

    public void Require(bool holds, string field, string message)
    {
        if (!holds)
            errors.Add(new BadInputError(message, PathOf(field)));
    }

    /// <summary>A rule about two fields. Where the other one is wrong by itself that is told, and this rule says nothing: one fault gives one error.</summary>
    public void Compare(bool holds, string field, string other, string message) => Require(holds || IsFaulty(other), field, message);

    public bool IsFaulty(string field) => errors.Exists(error => error.Path is { } path && path.SequenceEqual(PathOf(field)));

    /// <summary>A text that says something. Null: not given, and nothing to check.</summary>
    public void Text(string? value, string field, int longest = 200)
    {
        if (value is null)
            return;
        Require(!string.IsNullOrWhiteSpace(value), field, "The text is empty.");
        Require(value.Length <= longest, field, $"The text has more than {longest} characters.");
        Require(IsStorable(value), field, "The text has characters that cannot be stored.");
    }

    /// <summary>A key of another system: a text that no spreadsheet has spoilt, since two keys that lost their digits are one.</summary>
    public void Key(string? value, string field)
    {
        Text(value, field);
        var damage = value is null ? null : KeyText.Damage(value);
        Require(damage is null, field, damage ?? "");
    }

    /// <summary>A key that people choose for something of a client's. Null: not given, and nothing to check.</summary>
    public void Code(string? value, string field = "code") =>
        Require(
            value is null || CodeText().IsMatch(value),
            field,
            "A code is 1 to 50 capital letters, digits and underscores and begins with a letter."
        );

    /// <summary>A currency of ISO 4217; whether there is a rate for it, the posting context says.</summary>
    public void Currency(string? value, string field = "currency")
    {
        if (value is null || CurrencyCodes.All.Contains(value))
            return;
        var isCode = CurrencyCode().IsMatch(value);
        Require(isCode, field, "A currency is three capital letters of ISO 4217, for example USD.");
        Require(!isCode, field, "There is no such currency in ISO 4217.");
    }

    public void TimeZone(string? value, string field = "timeZone") =>
        Require(
            value is null || (TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone) && zone.HasIanaId),
            field,
            "A time zone is a name of the IANA list, for example Europe/Paris."
        );

    public void Url(string? value, string field = "url")
    {
        Text(value, field, longest: 2000);
        Require(
            value is null || (Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"),
            field,
            "An address begins with https:// or http://."
        );
    }

    /// <summary>An amount of money or a price: not below zero, at most <see cref="AmountBounds.LargestGiven"/>, with at most ten places.</summary>
    /// <param name="belowZero">What to say of one below zero; null: the usual.</param>
    public void Amount(decimal value, string field, string? belowZero = null)
    {
        NotNegative(value, field, belowZero);
        Require(value <= AmountBounds.LargestGiven, field, AmountMessages.Given);
        Places(value, field, places: 10);
    }

    /// <summary>An amount that was or will be paid, and no price or rate: whole in a currency that has no minor unit.</summary>
    public void Payable(decimal value, string? currency, string field) =>
        Require(currency is null || !IsFinerThanPaid(value, currency), field, AmountMessages.NoMinorUnit);

    /// <summary>Whether an amount has decimals in a currency that has no minor unit.</summary>
    public static bool IsFinerThanPaid(decimal value, string currency) => MinorUnits.Of(currency) == 0 && decimal.Truncate(value) != value;

    /// <summary>A count: not below zero, at most four places.</summary>
    public void Quantity(decimal? value, string field)
    {
        if (value is not { } quantity)
            return;
        NotNegative(quantity, field);
        Require(quantity < AmountBounds.Quantity, field, AmountMessages.Quantity);
        Places(quantity, field, places: 4);
    }

    /// <summary>A count of people or accounts: a quantity, and whole.</summary>
    public void People(decimal value, string field)
    {
        Quantity(value, field);
        Require(decimal.Truncate(value) == value, field, "A number of people or accounts is whole.");
    }

    /// <summary>A count of what cannot be half, such as clicks: a quantity, and whole.</summary>
    public void WholeQuantity(decimal? value, string field)
    {
        Quantity(value, field);
        Require(value is not { } quantity || decimal.Truncate(quantity) == quantity, field, "A number of things that happened is whole.");
    }

    public void Places(decimal? value, string field, int places) =>
        Require(value is null || decimal.Round(value.Value, places) == value, field, $"The number has more than {places} decimal places.");

    /// <summary>A day that a figure may stand on. Null: not given, and nothing to check.</summary>
    public void Day(DateOnly? value, string field) =>
        Require(value is not { } day || RecordedDays.Hold(day) || IsFaulty(field), field, RecordedDays.Rule);

    /// <summary>The first day of something and the first day after it: days like all others, and in order.</summary>
    public void Days(DateOnly? from, DateOnly? to, string fromField = "from")
    {
        Day(from, fromField);
        Require(to is not { } end || RecordedDays.HoldEnd(end) || IsFaulty("to"), "to", RecordedDays.Rule);
        Compare(from is null || to is null || from < to, "to", fromField, RecordedDays.InOrder);
    }

    public void NotNegative(decimal value, string field, string? belowZero = null)
    {
        if (value < 0)
            errors.Add(new NegativeAmountError(PathOf(field)) { Message = belowZero ?? NegativeAmountError.Usual });
    }

    private static bool IsStorable(string value)
    {
        if (value.Contains('\0', StringComparison.Ordinal))
            return false;
        for (var i = 0; i < value.Length; i++)
            if (char.IsSurrogate(value[i]) && !(i + 1 < value.Length && char.IsSurrogatePair(value[i], value[++i])))
                return false;
        return true;
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]{0,49}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeText();

    [GeneratedRegex(@"\A[A-Z]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CurrencyCode();
}
