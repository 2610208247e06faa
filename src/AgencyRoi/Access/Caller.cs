namespace AgencyRoi.Access;

/// <summary>How a caller showed who they are.</summary>
internal enum CallerKind
{
    /// <summary>By an API token.</summary>
    Token,

    /// <summary>By signing in at the identity provider, as a member of the agency.</summary>
    Member,
}

/// <summary>A caller by name.</summary>
/// <param name="Id">The API token's id or the membership's, in its agency.</param>
internal readonly record struct Caller(CallerKind Kind, Guid Id)
{
    public static Caller Token(Guid id) => new(CallerKind.Token, id);

    public static Caller Member(Guid id) => new(CallerKind.Member, id);

    public Guid? TokenId => Kind == CallerKind.Token ? Id : null;

    public Guid? MemberId => Kind == CallerKind.Member ? Id : null;

    /// <summary><c>token:ID</c> or <c>member:ID</c>: what the ledger and other records name.</summary>
    public override string ToString() =>
        Kind switch
        {
            CallerKind.Token => $"token:{Id}",
            CallerKind.Member => $"member:{Id}",
            _ => throw new InvalidOperationException($"There is no kind {Kind} of callers."),
        };
}
