namespace AgencyRoi.GraphQL.Binding;

/// <summary>For the binder: how the text of a member or argument is read before anything else sees it.</summary>
public interface ITextAttribute
{
    string Read(string text);
}
