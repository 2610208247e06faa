using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Input;

internal static class InputHolders
{
    /// <summary>The wanted types, and the input objects that can hold one of them at any depth.</summary>
    public static HashSet<NamedType> Of(Schema schema, Func<NamedType, bool> isWanted)
    {
        var holders = new HashSet<NamedType>(schema.Types.Where(isWanted));
        if (holders.Count == 0)
            return holders;
        var users = schema
            .Types.OfType<InputObjectType>()
            .SelectMany(user => user.Fields.Select(field => (Used: field.Type.Unwrapped, User: user)))
            .ToLookup(use => use.Used, use => use.User);
        var due = new Queue<NamedType>(holders);
        while (due.TryDequeue(out var held))
        {
            foreach (var user in users[held])
            {
                if (holders.Add(user))
                    due.Enqueue(user);
            }
        }
        return holders;
    }
}
