using System.Linq.Expressions;
using System.Reflection;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding.Mutations;

/// <summary>
/// <c>createClient(input: CreateClientInput!): CreateClientPayload</c> from a plain method: its arguments become one input object, its result
/// and its errors one payload. A parameter or result that already has such a type is left alone. The payload is nullable: a mutation that fails takes nothing of
/// those before it along.
/// </summary>
internal sealed class MutationBinder(SchemaBinder binder)
{
    private readonly ErrorTypes errorTypes = new(binder);

    public bool HasConventions => binder.Settings.HasMutationConventions;

    public FieldDefinition Bind(MethodInfo method)
    {
        var names = new MutationNames(FieldBinder.NameOf(method), method.Find<UseMutationConventionAttribute>());
        var parameters = binder.Parameters.Bind(method, parent: null, isBatch: false);
        var (input, call) = BindInput(method, parameters, names);
        var returned = ReturnedType.Of(method, binder.Nullability, isBatch: false);
        var draft = binder.Fields.Draft(method, returned, parent: null);
        Type[] errors = [.. method.All<IErrorAttribute>().Select(attribute => attribute.ErrorType).Distinct()];

        if (draft.Type.Unwrapped.Name == names.Payload)
        {
            if (errors.Length > 0)
                throw new BindingException($"it returns {names.Payload} itself, so its errors are fields of that type and not [Error<T>]");
            return (draft with { Type = draft.Type.Nullable }).Field(draft.Complete(call), input);
        }
        var payload = Payload(method, draft, errors, names);
        var resolver = new FieldResolver.PerParent(Complete(call, draft.Next, new MutationErrors(errors), method.DisplayName()));
        return (draft with { Type = payload }).Field(resolver, input);
    }

    private (IReadOnlyList<InputValueDefinition> Arguments, Func<IResolverContext, ValueTask<object?>> Call) BindInput(
        MethodInfo method,
        IReadOnlyList<BoundParameter> parameters,
        MutationNames names
    )
    {
        InputValueDefinition[] arguments = [.. parameters.Select(parameter => parameter.Argument).OfType<InputValueDefinition>()];
        if (arguments.Length == 0)
            return ([], ResolverCompiler.Compile<IResolverContext>(method, parameters));
        if (arguments is [{ Type: var type }] && type.Unwrapped.Name == names.Input)
        {
            parameters =
            [
                .. parameters.Select(parameter =>
                    parameter.Argument is null ? parameter : binder.Parameters.Argument(parameter.Parameter, MutationNames.Argument)
                ),
            ];
            var input = parameters.Single(parameter => parameter.Argument is not null).Argument!;
            input.Type = new NonNullType(input.Type.Nullable);
            input.Description ??= $"What `{names.Field}` needs.";
            return ([input], ResolverCompiler.Compile<IResolverContext>(method, parameters));
        }
        var gathered = binder.Named(
            names.Input,
            method,
            () => new InputObjectType(names.Input) { Description = $"What `{names.Field}` needs." },
            made => made.Fields = new(arguments)
        );
        var call = ResolverCompiler.Compile<IResolverContext>(
            method,
            parameters,
            context =>
                Expression.Call(
                    typeof(InputReader),
                    nameof(InputReader.Within),
                    null,
                    ResolverCompiler.Arguments(context),
                    Expression.Constant(MutationNames.Argument)
                )
        );
        return ([new(MutationNames.Argument, new NonNullType(gathered)) { Description = $"What `{names.Field}` needs." }], call);
    }

    private ObjectType Payload(MethodInfo method, FieldDraft draft, Type[] errors, MutationNames names) =>
        binder.Named(
            names.Payload,
            method,
            () => new ObjectType(names.Payload) { RuntimeType = typeof(MutationPayload), Description = $"The result of `{names.Field}`." },
            payload =>
            {
                var result = names.ResultField ?? GraphQLNaming.Camel(draft.Type.Unwrapped.Name);
                List<FieldDefinition> fields =
                [
                    new(result, draft.Type.Nullable)
                    {
                        Description = errors.Length == 0 ? "What it led to." : "What it led to; null when there are errors.",
                        Resolver = new FieldResolver.Pure(value => ((MutationPayload)value).Value),
                    },
                ];
                if (errors.Length > 0)
                    fields.Add(
                        new(MutationNames.ErrorsField, new ListType(new NonNullType(ErrorUnion(method, errors, names))))
                        {
                            Description = "Why nothing was changed; null when it was done.",
                            Resolver = new FieldResolver.Pure(value => ((MutationPayload)value).Errors),
                        }
                    );
                payload.Fields = new(fields);
            }
        );

    private UnionType ErrorUnion(MethodInfo method, Type[] errors, MutationNames names) =>
        binder.Named(
            names.Error,
            method,
            () => new UnionType(names.Error) { Description = $"What can keep `{names.Field}` from being done." },
            union => union.Types = [.. errors.Select(errorTypes.Bind)]
        );

    private static Func<IResolverContext, ValueTask<object?>> Complete(
        Func<IResolverContext, ValueTask<object?>> call,
        Func<IFieldContext, object, ValueTask<object?>>? next,
        MutationErrors errors,
        string member
    ) =>
        async context =>
        {
            object? value;
            try
            {
                value = await call(context).ConfigureAwait(false);
            }
            catch (Exception exception) when (errors.Catch(exception) is { } caught)
            {
                return new MutationPayload(null, caught);
            }
            if (value is IFieldResult result)
            {
                if (result.IsError)
                    return new MutationPayload(null, errors.Checked(result.Errors, member));
                value = result.Value;
            }
            return new MutationPayload(value is null || next is null ? value : await next(context, value).ConfigureAwait(false));
        };
}

/// <summary>The names that the conventions give to one mutation's parts.</summary>
internal sealed class MutationNames(string field, UseMutationConventionAttribute? given)
{
    public const string Argument = "input";
    public const string ErrorsField = "errors";

    private readonly string stem = GraphQLNaming.Pascal(field);

    public string Field { get; } = field;
    public string Input => stem + "Input";
    public string Payload => stem + "Payload";
    public string? ResultField => given?.PayloadFieldName;
    public string Error => stem + "Error";
}
