namespace AgencyRoi.GraphQL.Errors;

/// <summary>The closed list of codes that the engine itself writes as <c>extensions.code</c>. A product adds its own beside them.</summary>
public static class ErrorCodes
{
    /// <summary>What arrived is no GraphQL request; written by transports.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>The document is not GraphQL.</summary>
    public const string SyntaxError = "SYNTAX_ERROR";

    /// <summary>The document breaks a rule of validation against the schema.</summary>
    public const string ValidationError = "VALIDATION_ERROR";

    /// <summary>A variable or an argument cannot be coerced to its type.</summary>
    public const string BadInput = "BAD_INPUT";

    /// <summary>A cursor that was not given out for this list, order and filter.</summary>
    public const string BadCursor = "BAD_CURSOR";

    /// <summary>Whoever asks may not see or do this.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>The document has no operation of that name, or several and none was named.</summary>
    public const string OperationNotFound = "OPERATION_NOT_FOUND";

    /// <summary>The kind of operation is not accepted this way: a mutation by GET, a subscription without a stream.</summary>
    public const string OperationNotAllowed = "OPERATION_NOT_ALLOWED";

    /// <summary>No document is known by this id or hash.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>The caller may run trusted documents only, and this is none.</summary>
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";

    /// <summary>A limit on the size or cost of a request; which one, says <c>extensions.limit</c> with a name of <see cref="LimitNames"/>.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";

    /// <summary>Whoever pays for the operation has used up the points of this time; written by hosts that count them.</summary>
    public const string Throttled = "THROTTLED";

    /// <summary>The operation did not end in the time allowed to it.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>What the host needs to answer cannot be reached: repeat later. Written by hosts.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>A fault of the server; the cause is in its log under the request's id.</summary>
    public const string Internal = "INTERNAL";
}
