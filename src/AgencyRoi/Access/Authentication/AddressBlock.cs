using System.Buffers.Binary;
using System.Net;

namespace AgencyRoi.Access.Authentication;

/// <summary>
/// The part of an address that one subscriber of a network has: all of an IPv4 address, the first 64 bits of an IPv6 address, of which the rest is
/// theirs to choose.
/// </summary>
internal readonly record struct AddressBlock(bool IsVersion6, ulong Bits)
{
    /// <param name="address">Null for a connection without one, such as a Unix socket: those are one block.</param>
    public static AddressBlock Of(IPAddress? address)
    {
        if (address is null)
            return default;
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return bytes.Length == 4
            ? new AddressBlock(false, BinaryPrimitives.ReadUInt32BigEndian(bytes))
            : new AddressBlock(true, BinaryPrimitives.ReadUInt64BigEndian(bytes));
    }
}
