namespace AgencyRoi.Platform.Errors;

/// <summary>
/// Every code an error of this API can carry, in a mutation's <c>errors</c> and in <c>extensions.code</c> of top-level errors.
/// The list is closed: a client may switch over it. A code is added, never renamed.
/// </summary>
internal enum ErrorCode
{
    /// <summary>There is no such object, or it is not yours: the two are not told apart.</summary>
    NotFound,

    /// <summary>The object was changed by somebody else since you read it: read it again and repeat with its new version.</summary>
    Conflict,

    /// <summary>A value is outside of what the field takes; the message says what it takes and the path where.</summary>
    BadInput,

    /// <summary>A cursor was made for another list, order or filter, or is none: begin at the first page.</summary>
    BadCursor,

    /// <summary>Your role, your token's scopes or a restriction to clients do not allow this.</summary>
    Forbidden,

    /// <summary>There is no valid token with the request.</summary>
    Unauthenticated,

    /// <summary>The token is good, and its agency is suspended: nothing is answered or changed until the service's operator resumes it.</summary>
    AgencySuspended,

    /// <summary>You are a member of several agencies: send the header <c>Agency</c> with the slug of the one that is meant.</summary>
    AgencyRequired,

    /// <summary>The agency would have no owner any more: make another one first.</summary>
    LastOwner,

    /// <summary>Another object already has this code, external reference, name or label.</summary>
    AlreadyExists,

    /// <summary>The client's currency or time zone cannot change: its ledger has entries.</summary>
    CurrencyInUse,

    /// <summary>The campaign would come to lie below itself.</summary>
    CampaignCycle,

    /// <summary>A goal cannot be activated without an indicator: something countable that shows that its purpose is realised.</summary>
    GoalWithoutIndicator,

    /// <summary>A goal cannot be activated without a value for one unit of its indicator, and an outcome needs one in force on its day.</summary>
    GoalWithoutValue,

    /// <summary>A goal cannot be activated without the value stream that its outcomes belong to.</summary>
    GoalWithoutStream,

    /// <summary>The value stream is not one of those that goals of the purpose's discipline may use.</summary>
    StreamNotOfDiscipline,

    /// <summary>Followers, likes, reach, views, visits and their like are volume metrics: they say nothing about value and cannot be a goal's indicator.</summary>
    VanityMetric,

    /// <summary>A goal that is or was active goes on counting what it counts: between an indicator with a value and a volume metric only a draft changes.</summary>
    GoalNotDraft,

    /// <summary>The goal counts a volume metric that the agency keeps: no unit of it has a value.</summary>
    GoalCountsVolume,

    /// <summary>Outcomes are recorded on active goals only.</summary>
    GoalNotActive,

    /// <summary>An amount or quantity is below zero.</summary>
    NegativeAmount,

    /// <summary>An amount or a sum of amounts, in some currency, would be larger than what is kept; the message says where that ends.</summary>
    AmountTooLarge,

    /// <summary>A share, a rate or a probability lies between 0 and 1, which stands for the whole.</summary>
    ShareOutOfRange,

    /// <summary>There is no such market: a search term is counted and priced in a country of ISO 3166-1.</summary>
    UnknownMarket,

    /// <summary>The refunds of a sale together would be more than the sale.</summary>
    RefundExceedsSale,

    /// <summary>The outcome and the sale are not suspected to be one fact: only pairs of <c>suspectedDuplicates</c> are settled.</summary>
    NotSuspected,

    /// <summary>No exchange rate holds on that day for these two currencies: set one, then repeat. Nothing was written.</summary>
    NoExchangeRate,

    /// <summary>Hours are below zero.</summary>
    NegativeHours,

    /// <summary>A person would have worked more than 24 hours on a day, over all clients.</summary>
    TooManyHours,

    /// <summary>Another hourly rate of the kind and level holds on some of these days.</summary>
    RatesOverlap,

    /// <summary>There is a cost of this category in this month: it cannot be declared to have none.</summary>
    CostExists,

    /// <summary>The month is not over yet in the client's time zone.</summary>
    PeriodNotOver,

    /// <summary>The month was not closed, or not in this edition.</summary>
    PeriodNotClosed,

    /// <summary>
    /// The period does not consist of whole months that were published to the client. The agency closes a month with closeClientPeriod and publishes it with
    /// publishClientPeriod.
    /// </summary>
    NotPublished,

    /// <summary>An amount is in another currency than what it is compared with.</summary>
    MixedCurrencies,

    /// <summary>The HTTP request cannot be read as a GraphQL request.</summary>
    BadRequest,

    /// <summary>The document is not GraphQL.</summary>
    SyntaxError,

    /// <summary>The document does not fit the schema.</summary>
    ValidationError,

    /// <summary>The document has no operation of that name, or several and none was named.</summary>
    OperationNotFound,

    /// <summary>The kind of operation is not accepted this way: a mutation by GET.</summary>
    OperationNotAllowed,

    /// <summary>No document is known by this hash or id: send the document itself, with its hash, and the hash alone from then on.</summary>
    PersistedQueryNotFound,

    /// <summary>Your token is bound to the documents that come with the service, named by their ids, and this is none of them.</summary>
    DocumentNotTrusted,

    /// <summary>The request is larger, deeper or dearer than one operation may be.</summary>
    LimitExceeded,

    /// <summary>
    /// The token or its agency has used up its points, or the agency has as many operations running as it may: repeat after as many seconds as
    /// the header Retry-After says.
    /// </summary>
    Throttled,

    /// <summary>The operation took longer than it may.</summary>
    Timeout,

    /// <summary>
    /// The service cannot answer at the moment: repeat after as many seconds as the header Retry-After and <c>extensions.retryAfter</c> say.
    /// With <c>extensions.written</c> the change was made and only its answer cannot be read: do not repeat it.
    /// </summary>
    Unavailable,

    /// <summary>
    /// The connection was lost while a change was made final: it was made whole or not at all. Look for it before you repeat it; with the
    /// same external reference it is safe to repeat.
    /// </summary>
    OutcomeUnknown,

    /// <summary>An earlier row of the same file is the same fact.</summary>
    DuplicateInFile,

    /// <summary>A fault of the service, logged under the request id.</summary>
    Internal,
}
