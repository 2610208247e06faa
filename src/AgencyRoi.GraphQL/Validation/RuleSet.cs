namespace AgencyRoi.GraphQL.Validation;

/// <summary>The steps of a walk, each named as the method of <see cref="ValidationRule"/> that it calls.</summary>
internal enum WalkStep
{
    EnterDocument,
    LeaveDocument,
    EnterOperation,
    LeaveOperation,
    EnterFragment,
    EnterVariableDefinition,
    EnterSelectionSet,
    EnterField,
    LeaveField,
    EnterFragmentSpread,
    EnterInlineFragment,
    EnterDirective,
    LeaveDirective,
    EnterArgument,
    EnterNamedType,
    EnterVariable,
    EnterLeafValue,
    EnterListValue,
    LeaveListValue,
    EnterObjectValue,
    LeaveObjectValue,
    EnterObjectField,
}

/// <summary>
/// Rules in the order in which they report. Which rule listens to which step is read once from the methods it overrides, so a
/// walk calls nobody in vain and a rule cannot forget to subscribe.
/// </summary>
internal sealed class RuleSet
{
    private readonly Func<ValidationRule>[] factories;
    private readonly int[][] listeners;

    public RuleSet(params ReadOnlySpan<Entry> rules)
    {
        factories = new Func<ValidationRule>[rules.Length];
        var types = new Type[rules.Length];
        for (var i = 0; i < rules.Length; i++)
            (types[i], factories[i]) = (rules[i].Type, rules[i].Create);
        listeners =
        [
            .. Enum.GetValues<WalkStep>().Select(step => Enumerable.Range(0, types.Length).Where(i => Overrides(types[i], step)).ToArray()),
        ];
    }

    public static Entry Rule<T>()
        where T : ValidationRule, new() => new(typeof(T), static () => new T());

    /// <summary>New instances for one validation.</summary>
    public ValidationRule[] Create()
    {
        var rules = new ValidationRule[factories.Length];
        for (var i = 0; i < rules.Length; i++)
            rules[i] = factories[i]();
        return rules;
    }

    /// <summary>Positions of the rules that listen to a step.</summary>
    public ReadOnlySpan<int> ListenersOf(WalkStep step) => listeners[(int)step];

    private static bool Overrides(Type rule, WalkStep step) => rule.GetMethod(step.ToString())?.DeclaringType != typeof(ValidationRule);

    internal sealed record Entry(Type Type, Func<ValidationRule> Create);
}
