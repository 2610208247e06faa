using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.TypeSystem;

public sealed class MemberListTests
{
    [Fact]
    public void Members_keep_their_order_and_are_found_by_exact_name()
    {
        var members = new MemberList<EnumValueDefinition>([new("B"), new("A"), new("a")]);

        Assert.Equal(["B", "A", "a"], members.Select(member => member.Name));
        Assert.Same(members[2], members["a"]);
        Assert.Null(members["b"]);
        Assert.False(members.TryGet("C", out _));
        Assert.Equal(3, members.Count);
    }

    [Fact]
    public void Two_members_cannot_share_a_name()
    {
        Assert.Throws<ArgumentException>(() => new MemberList<EnumValueDefinition>([new("A"), new("A")]));
    }
}
