FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/AgencyRoi -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# demo.json with the tokens lies here; the rest of the image stays read-only for the app.
RUN mkdir .agency-roi && chown $APP_UID .agency-roi
USER $APP_UID
EXPOSE 5080
# 64 MiB (the number is read as hexadecimal) of new objects before they are collected: what a request made is gone by then, and costs nothing to leave behind.
ENV DOTNET_GCgen0size=4000000
ENTRYPOINT ["dotnet", "AgencyRoi.dll"]
