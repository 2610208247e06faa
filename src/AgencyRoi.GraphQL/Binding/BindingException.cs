namespace AgencyRoi.GraphQL.Binding;

/// <summary>A member that cannot be bound; collected with the member's name, so that all are shown at once.</summary>
internal sealed class BindingException(string message) : Exception(message);
