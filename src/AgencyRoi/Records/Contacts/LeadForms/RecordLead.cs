using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Journeys;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.LeadForms;

/// <summary>A field as somebody filled it in.</summary>
/// <param name="Name">As the form calls it.</param>
/// <param name="Value">As it was filled in.</param>
internal sealed record FilledField(string Name, string Value);

/// <summary>A form that somebody filled in.</summary>
/// <param name="LeadFormId">The form.</param>
/// <param name="OccurredOn">The day, in the client's time zone.</param>
/// <param name="Fields">Its fields with what was filled in, at most 100. Values are not kept: of keys a hash is.</param>
internal sealed record RecordLeadInput([property: ID<LeadForm>] Guid LeadFormId, DateOnly OccurredOn, IReadOnlyList<FilledField> Fields);

/// <summary>A form that somebody filled in, and what was recorded of it.</summary>
/// <param name="Stage">The stage that the contact reached.</param>
/// <param name="LegalBases">The consents that were given.</param>
/// <param name="UnknownFields">The names of fields of which the form does not say what they mean: nothing of them was recorded. Map them by updateLeadForm.</param>
internal sealed record Lead(
    ContactStage Stage,
    [property: ListSize(AssumedSize = 5)] IReadOnlyList<ContactLegalBasis> LegalBases,
    IReadOnlyList<string> UnknownFields
);

[MutationType]
internal static partial class RecordLead
{
    private const int MostFields = 100;

    /// <summary>
    /// Records a form that somebody filled in, by what the form says of its fields: the contact is found by its keys or made, reaches the form's stage, and has a legal basis for each consent.
    /// All of it or nothing. To repeat it safely, give the form a field that means REFERENCE: sent again with the same content it changes nothing. A consent that is missing later ends
    /// none: withdrawing is `endContactLegalBasis`.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Lead>> RecordLeadAsync(
        RecordLeadInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RecordAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Lead>> RecordAsync(
        DatabaseSession session,
        RecordLeadInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var form = await session
            .Db.Set<LeadForm>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == input.LeadFormId, cancellationToken);
        if (form is null)
            return NotFoundError.Of("lead form", "leadFormId").Refuse<Lead>();
        var how = new RecordingOptions(now);
        var checks = new FactChecks(how);
        checks.Require(input.Fields.Count <= MostFields, "fields", $"At most {MostFields} fields are taken at once.");
        checks.Happened(input.OccurredOn, "occurredOn");
        if (!checks.Passed)
            return checks.Refuse<Lead>();
        var filled = FilledForm.Read(form.ReadFields(), input.Fields, checks);
        var stage = filled.Name(StageOf(form, input.OccurredOn, filled.Reference ?? FactReference.New(now)));
        stage.Check(checks);
        if (!checks.Passed)
            return new FieldResult<Lead>(errors: [.. checks.Errors.Select(filled.At)]);

        var reached = (await ContactStage.Recording.StoreAsync(session, [stage], how, cancellationToken))[0];
        if (reached.Error is { } refusal)
            return filled.At(refusal).Refuse<Lead>();
        ContactLegalBasisStatement[] stated =
        [
            .. filled.Consents.Select(purpose => BasisOf(form, stage, purpose, reached.Fact!.ContactId)),
        ];
        var bases = stated.Length == 0 ? [] : await ContactLegalBasis.Recording.StoreAsync(session, stated, how, cancellationToken);
        return bases.Select(basis => basis.Error).OfType<IUserError>().FirstOrDefault() is { } refused
            ? filled.At(refused).Refuse<Lead>()
            : new Lead(reached.Fact!, [.. bases.Select(basis => basis.Fact!)], filled.Unknown);
    }

    private static ContactStageStatement StageOf(LeadForm form, DateOnly day, string reference) =>
        new()
        {
            ClientId = form.ClientId,
            Stage = form.Stage,
            OccurredOn = day,
            ChannelId = form.ChannelId,
            CampaignId = form.CampaignId,
            ExternalReference = $"{form.Code}/{reference}",
        };

    private static ContactLegalBasisStatement BasisOf(
        LeadForm form,
        ContactStageStatement stage,
        ProcessingPurpose purpose,
        Guid? contactId
    ) =>
        new()
        {
            ClientId = form.ClientId,
            ContactId = contactId,
            Purpose = purpose,
            LegalBasis = LegalBasis.Consent,
            EffectiveFrom = stage.OccurredOn,
            Source = form.Name,
            Proof = stage.ExternalReference,
            ExternalReference = $"{stage.ExternalReference}/{EnumCode.Of(purpose)}",
        };
}
