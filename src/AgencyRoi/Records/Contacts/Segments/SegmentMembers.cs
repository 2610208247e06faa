using System.Globalization;
using System.Text.RegularExpressions;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Segments;

/// <summary>The contacts of a segment, by one statement for their number and their list.</summary>
internal static partial class SegmentMembers
{
    // EF counts places from none, in braces.
    private static readonly string Sql = Place()
        .Replace(
            EmbeddedSql.Read("Records.Contacts.Segments.segment_members.sql"),
            place => $"{{{int.Parse(place.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) - 1}}}"
        );

    /// <summary>The kept contacts with a legal basis for profiling on the day for whom all conditions hold; of attributes as they were known on the day.</summary>
    public static IQueryable<Contact> Of(DatabaseSession session, AudienceSegment segment, DateOnly on)
    {
        var ids = Ids(session, segment, on);
        return ContactUse.Kept(session).Where(contact => ids.Contains(contact.Id));
    }

    public static Task<int> CountAsync(
        DatabaseSession session,
        AudienceSegment segment,
        DateOnly on,
        CancellationToken cancellationToken
    ) => Ids(session, segment, on).CountAsync(cancellationToken);

    private static IQueryable<Guid> Ids(DatabaseSession session, AudienceSegment segment, DateOnly on)
    {
        string[] codes = [.. AudienceSegment.Conditions(segment).Select(condition => condition.AttributeCode)];
        DateTimeOffset? since = segment.MadeSince is { } day ? new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
        return session.Db.Database.SqlQueryRaw<Guid>(
            Sql,
            session.TenantId.Value,
            segment.ClientId.Value,
            on,
            segment.StageCodes.ToArray(),
            codes,
            segment.AttributeValues.ToArray(),
            segment.NetworkCode!, // null is no condition
            since!
        );
    }

    [GeneratedRegex(@"\$(?<number>[0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
