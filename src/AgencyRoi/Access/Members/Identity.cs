namespace AgencyRoi.Access.Members;

/// <summary>A person as an identity provider knows them: the subject is theirs only together with its issuer. An address is no identity.</summary>
internal readonly record struct Identity(string Issuer, string Subject)
{
    // Whoever logs it by mistake logs no person.
    public override string ToString() => $"Somebody at {Issuer}";
}
