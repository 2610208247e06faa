namespace AgencyRoi.DevelopmentProvider;

/// <summary>The people of the provider: those that it was given, and anybody who types an address, who is then that address.</summary>
internal sealed class People(IReadOnlyList<DevelopmentPerson> given)
{
    private const string Typed = "typed:";
    private const int LongestEmail = 200;

    public IReadOnlyList<DevelopmentPerson> Given => given;

    public DevelopmentPerson? Find(string? subject) =>
        subject is null ? null
        : given.FirstOrDefault(person => person.Subject == subject) is { } known ? known
        : subject.StartsWith(Typed, StringComparison.Ordinal) ? WithEmail(subject[Typed.Length..])
        : null;

    /// <summary>Null when the text is no address. The address of a person that was given is that person's.</summary>
    public DevelopmentPerson? WithEmail(string? text)
    {
        var email = text?.Trim().ToLowerInvariant();
        if (
            email is not { Length: > 2 and <= LongestEmail }
            || email.IndexOf('@') < 1
            || email.Any(letter => !char.IsAscii(letter) || letter <= ' ')
        )
            return null;
        return given.FirstOrDefault(person => string.Equals(person.Email, email, StringComparison.OrdinalIgnoreCase))
            ?? new DevelopmentPerson(Typed + email, email, email);
    }
}
