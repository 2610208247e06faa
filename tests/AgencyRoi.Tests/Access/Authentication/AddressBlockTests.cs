using System.Net;
using AgencyRoi.Access.Authentication;

namespace AgencyRoi.Tests.Access.Authentication;

public sealed class AddressBlockTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("0.0.0.1", "0:0:0:1::", false)]
    public void One_subscriber_is_one_block(string first, string second, bool isSame) =>
        Assert.Equal(isSame, AddressBlock.Of(IPAddress.Parse(first)) == AddressBlock.Of(IPAddress.Parse(second)));
}
