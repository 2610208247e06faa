using System.Diagnostics;

namespace AgencyRoi.Records.Interactions;

/// <summary>Kinds of interactions, the same on every network. Each network has words of its own for them, which <c>interactionTerms</c> lists.</summary>
internal enum InteractionKind
{
    /// <summary>Somebody saw it: counted, and no activity.</summary>
    View,

    /// <summary>A sign of approval or feeling without words: a like, a reaction, a favourite.</summary>
    Like,

    /// <summary>A choice: a vote for or against, or in a poll.</summary>
    Vote,

    /// <summary>Words about a post, below it.</summary>
    Comment,

    /// <summary>Words that answer somebody.</summary>
    Reply,

    /// <summary>Passed on to others, with words of one's own or without: a share, a retweet, a quote.</summary>
    Share,

    /// <summary>The client named or tagged in a post of one's own.</summary>
    Mention,

    /// <summary>Kept for later: a bookmark, a pin.</summary>
    Save,

    /// <summary>A click on a link, a picture or a profile.</summary>
    Click,

    /// <summary>Somebody came to follow or subscribe.</summary>
    Follow,

    /// <summary>A private message.</summary>
    Message,
}

/// <summary>The part that a kind of interactions plays in ratios.</summary>
internal static class InteractionKinds
{
    /// <summary>Whether somebody did something: all but seeing.</summary>
    public static bool IsActive(this InteractionKind kind) => kind != InteractionKind.View;

    /// <summary>Whether others than the client and who did it come to see it.</summary>
    public static bool Amplifies(this InteractionKind kind) =>
        kind switch
        {
            InteractionKind.Share or InteractionKind.Mention or InteractionKind.Comment or InteractionKind.Reply => true,
            InteractionKind.View
            or InteractionKind.Like
            or InteractionKind.Vote
            or InteractionKind.Save
            or InteractionKind.Click
            or InteractionKind.Follow
            or InteractionKind.Message => false,
            _ => throw new UnreachableException($"{kind} is no kind of interactions."),
        };
}
