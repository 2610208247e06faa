namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// Weights of the touches at milestones, and of all others together in equal parts. A touch at two milestones gets both weights. The weight of a milestone
/// that was not reached, or of others where there are none, is left out and the rest divided by its own sum. Where several touches are marked as one
/// milestone, the first of them is it.
/// </summary>
/// <param name="Milestone">Of the creation of the lead and of the opportunity, each.</param>
/// <param name="Last">Zero where the last touch is one of the others.</param>
internal readonly record struct MilestoneWeights(double First, double Milestone, double Last, double Others)
{
    /// <param name="credits">As many as touches: two or more.</param>
    public void Weigh(ReadOnlySpan<JourneyTouch> touches, Span<double> credits)
    {
        credits.Clear();
        credits[0] = First;
        credits[^1] += Last;
        var (isLead, isOpportunity) = (false, false);
        for (var place = 0; place < touches.Length; place++)
        {
            if (!isLead && touches[place].IsLeadCreation)
                (isLead, credits[place]) = (true, credits[place] + Milestone);
            if (!isOpportunity && touches[place].IsOpportunityCreation)
                (isOpportunity, credits[place]) = (true, credits[place] + Milestone);
        }
        Share(credits);
    }

    // A touch without a weight so far is one of the others.
    private void Share(Span<double> credits)
    {
        var others = credits.Count(0);
        var (total, each) = (0.0, others == 0 ? 0 : Others / others);
        foreach (ref var credit in credits)
            total += credit == 0 ? credit = each : credit;
        foreach (ref var credit in credits)
            credit /= total;
    }
}
