using System.Reflection;
using System.Text.RegularExpressions;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>
/// Makes one schema from the registered classes. Starts at the roots and binds a type only when a field or argument leads to it, so that what
/// <see cref="SchemaOptions.IncludeMember"/> leaves out takes everything behind it along. Reflection happens here, once; resolvers are compiled.
/// </summary>
internal sealed class SchemaBinder
{
    private readonly Dictionary<string, (NamedType Type, object Origin)> types = new(StringComparer.Ordinal);
    private readonly Queue<Action> unfinished = new();
    private readonly List<string> problems = [];

    public SchemaBinder(RequestExecutorBuilder settings)
    {
        Settings = settings;
        Documentation = new XmlDocumentation(settings.Options.XmlDocumentationPath);
        Extensions = new TypeExtensions(this);
        Inputs = new InputBinder(this);
        Outputs = new OutputBinder(this);
        Parameters = new ParameterBinder(this);
        Fields = new FieldBinder(this);
        Connections = new ConnectionBinder(this);
        Filters = new FilterBinder(this);
        Sorts = new SortBinder(this);
        Mutations = new MutationBinder(this);
        Nodes = new NodeBinder(this);
    }

    public RequestExecutorBuilder Settings { get; }
    public XmlDocumentation Documentation { get; }
    public TypeExtensions Extensions { get; }
    public InputBinder Inputs { get; }
    public OutputBinder Outputs { get; }
    public ParameterBinder Parameters { get; }
    public FieldBinder Fields { get; }
    public ConnectionBinder Connections { get; }
    public FilterBinder Filters { get; }
    public SortBinder Sorts { get; }
    public MutationBinder Mutations { get; }
    public NodeBinder Nodes { get; }
    public NullabilityInfoContext Nullability { get; } = new();

    /// <summary>The members that fields come from, by <c>Type.field</c>.</summary>
    public Dictionary<string, MemberInfo> Origins { get; } = new(StringComparer.Ordinal);

    public Schema Build()
    {
        var query = Root<QueryTypeAttribute>("Query", "Everything that can be read.", OperationType.Query);
        var mutation = Root<MutationTypeAttribute>("Mutation", "Everything that can be changed.", OperationType.Mutation);
        var subscription = Root<SubscriptionTypeAttribute>(
            "Subscription",
            "Everything that can be listened to.",
            OperationType.Subscription
        );
        Finish();
        while (Outputs.AddImplementations() || unfinished.Count > 0)
            Finish();
        if (query is not null)
            Nodes.AddRootFields(query);
        if (problems.Count > 0)
            throw Failure(problems);

        var builder = new SchemaBuilder
        {
            QueryType = query,
            MutationType = mutation,
            SubscriptionType = subscription,
            Description = Settings.Options.Description,
        };
        foreach (var implementation in Outputs.Implementations)
            builder.AddType(implementation);
        foreach (var directive in CostDirectives.All)
            builder.AddDirective(directive);
        var schema = builder.BuildUnchecked();
        var errors = SchemaRules.Check(schema);
        return errors.Count == 0 ? schema : throw Failure(errors.Select(error => WithOrigin(error.Message)));
    }

    public bool Includes(MemberInfo member) => !member.Has<GraphQLIgnoreAttribute>() && Settings.Options.IncludeMember(member);

    /// <summary>The type of that name, made when it is first asked for. Two origins of one name are a problem of the schema.</summary>
    public T Named<T>(string name, object origin, Func<T> create, Action<T> fill)
        where T : NamedType
    {
        if (types.TryGetValue(name, out var present))
        {
            if (present.Type is T same && Equals(present.Origin, origin))
                return same;
            throw new BindingException(
                $"the name {name} is already taken by {present.Origin}; give one of them another ([GraphQLName], ConnectionName)"
            );
        }
        var type = create();
        types.Add(name, (type, origin));
        unfinished.Enqueue(() => Try(name, () => fill(type)));
        return type;
    }

    /// <summary>Runs a part of the binding; what cannot be bound is noted under the member's name and the rest goes on.</summary>
    public void Try(string member, Action bind)
    {
        try
        {
            bind();
        }
        catch (BindingException problem)
        {
            problems.Add($"{member}: {problem.Message}.");
        }
    }

    private void Finish()
    {
        while (unfinished.TryDequeue(out var finish))
            finish();
    }

    private ObjectType? Root<TAttribute>(string name, string description, OperationType operation)
        where TAttribute : Attribute
    {
        var classes = Settings.Types.Where(type => type.IsDefined(typeof(TAttribute), inherit: false) && Includes(type)).ToList();
        if (classes.Count == 0)
            return null;
        var fields = new FieldCollection(this);
        foreach (var member in classes.SelectMany(TypeExtensions.Members).Where(Includes))
            fields.Add(member, () => Fields.BindRoot(member, operation));
        return fields.IsEmpty ? null : new ObjectType(name) { Description = description, Fields = fields.ToMembers(name) };
    }

    /// <summary>The rules speak of names in the schema; whoever has to mend it looks for the member.</summary>
    private string WithOrigin(string error)
    {
        var origins = Origins.Where(origin => Names(error, origin.Key)).Select(origin => origin.Value.DisplayName());
        return string.Join(", ", origins) is { Length: > 0 } members ? $"{error} (from {members})" : error;
    }

    private static bool Names(string error, string coordinate) =>
        Regex.IsMatch(error, $@"\b{coordinate}\b") || error.Contains($"\"{coordinate.Split('.')[1]}\"", StringComparison.Ordinal);

    private static SchemaException Failure(IEnumerable<string> problems) => new([.. problems.Select(problem => new GraphQLError(problem))]);
}
