namespace AgencyRoi.Platform.Database.Notices;

/// <summary>Something that happened, for every process to hear. Any role of the database can listen, so it holds opaque ids and numbers only.</summary>
/// <param name="Channel">What kind of thing.</param>
/// <param name="About">What it happened to, without spaces. Of several notices about the same that wait to be sent the last one is.</param>
/// <param name="Value">What else there is to know.</param>
internal readonly record struct Notice(string Channel, string About, string Value = "")
{
    public string Payload => Value.Length == 0 ? About : $"{About} {Value}";
}
