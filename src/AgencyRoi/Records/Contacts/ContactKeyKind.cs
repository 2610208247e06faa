namespace AgencyRoi.Records.Contacts;

/// <summary>A kind of keys by which contacts are known.</summary>
internal enum ContactKeyKind
{
    /// <summary>An e-mail address, without the blanks around it and in lower case.</summary>
    Email,

    /// <summary>The contact's key in another system: the contact reference of conversions and touches.</summary>
    CrmId,

    /// <summary>A name on a network, without the @ before it and in lower case.</summary>
    Handle,

    /// <summary>The key of a device or a browser, such as that of a cookie: the visitor's key of conversions and touches.</summary>
    Device,
}
