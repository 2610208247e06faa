namespace AgencyRoi.Platform.Database.Notices;

/// <summary>A kind of notice, and what this process does about it. Called one at a time; what takes long is done elsewhere.</summary>
internal abstract class NoticeChannel
{
    /// <summary>Letters and underscores.</summary>
    public abstract string Name { get; }

    /// <summary>A notice came. It may be one of this process, it may come twice, and anyone who can log in could have sent it: a hint to look, never a proof.</summary>
    public abstract void Heard(string payload);

    /// <summary>From here on notices are heard; what came before may have been missed.</summary>
    public abstract void Listening();
}
