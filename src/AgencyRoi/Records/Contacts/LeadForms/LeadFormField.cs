namespace AgencyRoi.Records.Contacts.LeadForms;

/// <summary>The meaning of a field of a form: what it tells of somebody.</summary>
internal enum LeadFieldMeaning
{
    /// <summary>Their e-mail address: a key of the contact.</summary>
    Email,

    /// <summary>Their key in another system: a key of the contact.</summary>
    CrmId,

    /// <summary>Their name on a network: a key of the contact.</summary>
    Handle,

    /// <summary>The key of their device or browser: a key of the contact.</summary>
    Device,

    /// <summary>Whether they consent to a purpose: a legal basis from the day on.</summary>
    Consent,

    /// <summary>The key of the submission in another system, by which it is known when it is sent again.</summary>
    Reference,

    /// <summary>Something that is not kept here, such as a name or a message.</summary>
    NotKept,
}

/// <summary>A field of a form.</summary>
/// <param name="Name">As the form calls it; case matters.</param>
/// <param name="Meaning">Its meaning.</param>
/// <param name="NetworkCode">With HANDLE: the code of the network. Null: it is no handle.</param>
/// <param name="Purpose">With CONSENT: the purpose. Null: it is no consent.</param>
internal sealed record LeadFormField(string Name, LeadFieldMeaning Meaning, string? NetworkCode = null, ProcessingPurpose? Purpose = null);
