using AgencyRoi.Platform.Database;

namespace AgencyRoi.Access.Tokens;

/// <summary>Things that tokens make besides tokens, to be taken back with all that they made. Whoever keeps such things knows of tokens, and tokens do not know of them.</summary>
internal interface IMadeByTokens
{
    /// <summary>Keeps changes to it waiting until the session ends. Asked for before the row of any caller is held, as by those who change it.</summary>
    Task LockAsync(DatabaseSession session, CancellationToken cancellationToken);

    Task RevokeAsync(DatabaseSession session, IReadOnlyCollection<Caller> makers, DateTimeOffset now, CancellationToken cancellationToken);
}
