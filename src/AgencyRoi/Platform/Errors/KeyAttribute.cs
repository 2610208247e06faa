namespace AgencyRoi.Platform.Errors;

/// <summary>A key of another system, or a name by which facts are grouped: blanks around it are no part of it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class KeyAttribute : Attribute, ITextAttribute
{
    public string Read(string text) => KeyText.Trim(text);
}
