using FsCheck;
using FsCheck.Fluent;

namespace AgencyRoi.Metrics.Tests;

public sealed class JoinedNamesTests
{
    [Fact]
    public void Names_that_share_a_thing_are_one_and_so_are_those_that_a_third_joins()
    {
        var names = new JoinedNames<string>();
        names.Join("lead", "contact");
        names.Join("order", "invoice");
        Assert.NotEqual(names.Of("lead"), names.Of("order"));

        names.Join("lead", "order");

        Assert.Single(new[] { "lead", "contact", "order", "invoice" }.Select(names.Of).Distinct());
        Assert.Equal("nobody's", names.Of("nobody's"));
        Assert.Equal([0, 1, 0], names.Numbered(["contact", "nobody's", "invoice"]));
    }

    [Fact]
    public void Names_are_one_exactly_when_a_path_of_pairs_leads_from_one_to_the_other() =>
        Prop.ForAll<(byte, byte)[]>(pairs =>
            {
                var names = new JoinedNames<int>();
                foreach (var (left, right) in pairs)
                    names.Join(left % 16, right % 16);
                return Enumerable
                    .Range(0, 16)
                    .All(from => Enumerable.Range(0, 16).All(to => names.Of(from) == names.Of(to) == Reachable(pairs, from).Contains(to)));
            })
            .QuickCheckThrowOnFailure();

    private static HashSet<int> Reachable((byte Left, byte Right)[] pairs, int from)
    {
        var seen = new HashSet<int> { from };
        var queue = new Queue<int>([from]);
        while (queue.TryDequeue(out var at))
            foreach (var (left, right) in pairs)
            {
                if (left % 16 == at && seen.Add(right % 16))
                    queue.Enqueue(right % 16);
                if (right % 16 == at && seen.Add(left % 16))
                    queue.Enqueue(left % 16);
            }
        return seen;
    }
}
