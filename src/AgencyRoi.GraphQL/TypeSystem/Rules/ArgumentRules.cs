namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>Arguments of fields and directives. https://spec.graphql.org/September2025/#sec-Field-Arguments</summary>
internal static class ArgumentRules
{
    /// <param name="owner">The coordinate of the field or directive.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="errors">Where errors go.</param>
    public static void Check(string owner, MemberList<InputValueDefinition> arguments, SchemaErrors errors)
    {
        NameRules.CheckMembers(arguments, errors);
        foreach (var argument in arguments)
        {
            var coordinate = $"{owner}({argument.Name}:)";
            if (!argument.Type.IsInputType)
                errors.Report($"The type of {coordinate} must be Input Type but got: {argument.Type}.", new ElementPlace.TypeOf(argument));
            else if (argument.DefaultValue is { } literal && LiteralRules.FindProblem(argument.Type, literal) is { } problem)
                errors.Report($"{coordinate} has an invalid default value: {problem}", argument);
            if (argument is { IsRequired: true, DeprecationReason: not null })
                errors.Report(
                    $"Required argument {coordinate} cannot be deprecated.",
                    new ElementPlace.DeprecationOf(argument),
                    new ElementPlace.TypeOf(argument)
                );
        }
    }
}
