using System.Text.RegularExpressions;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts;

/// <summary>The notice by which a client tells people how it processes their data, from a day on.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Language">The language, as IETF writes it: en, fr-CA.</param>
/// <param name="EffectiveFrom">The first day on which it holds, in the client's time zone.</param>
/// <param name="Purposes">The purposes that it tells of, at least one.</param>
/// <param name="Url">Where it is to be read; it is given or the text, or both.</param>
/// <param name="Text">What it says, at most 50,000 characters.</param>
internal sealed record SetProcessingNoticeInput(
    [property: ID<Client>] ClientId ClientId,
    string Language,
    DateOnly EffectiveFrom,
    IReadOnlyList<ProcessingPurpose> Purposes,
    string? Url = null,
    string? Text = null
);

[MutationType]
internal static partial class SetProcessingNotice
{
    private const int LongestText = 50_000;

    /// <summary>
    /// States the notice by which a client tells people how it processes their data, from a day on: where it is to be read or what it says, and for which purposes. The
    /// client's people see it in their portal. Earlier ones stay, so that it can be shown what somebody was told on a day. Of two for the same language and day the
    /// later one holds. To repeat it safely, send it again: the same notice holds.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<ConflictError>]
    public static Task<FieldResult<ProcessingNotice>> SetProcessingNoticeAsync(
        SetProcessingNoticeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => SetAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<ProcessingNotice>> SetAsync(
        DatabaseSession session,
        SetProcessingNoticeInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Require(LanguageTag().IsMatch(input.Language), "language", "A language is as en or fr-CA.");
        checks.Day(input.EffectiveFrom, "effectiveFrom");
        checks.Require(input.Purposes.Count > 0, "purposes", "A notice tells of at least one purpose.");
        checks.Url(input.Url);
        checks.Text(input.Text, "text", LongestText);
        checks.Compare(input.Url is not null || input.Text is not null, "url", "text", "A notice is at an address or has a text.");
        if (!checks.Passed)
            return checks.Refuse<ProcessingNotice>();

        // Two for the same day get numbers one after the other.
        await session.LockAsync("clients", input.ClientId, cancellationToken);
        if (!await session.Db.Set<Client>().AnyAsync(client => client.Id == input.ClientId, cancellationToken))
            return NotFoundError.Of("client", "clientId").Refuse<ProcessingNotice>();
        var revision = await session
            .Db.Set<ProcessingNotice>()
            .Where(row => row.ClientId == input.ClientId && row.Language == input.Language)
            .NextRevisionAsync(input.EffectiveFrom, cancellationToken);
        var notice = ProcessingNotice.Create(session.TenantId, input, revision, now);
        session.Db.Add(notice);
        return await session.SaveAsync(notice, cancellationToken);
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageTag();
}
