FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# Compiled ahead for the machine that builds the image, so that a start need not wait for the compiler.
RUN dotnet publish src/AgencyRoi -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# demo.json with the tokens lies here; the rest of the image stays read-only for the app.
RUN mkdir .agency-roi && chown $APP_UID .agency-roi
USER $APP_UID
EXPOSE 5080
ENTRYPOINT ["dotnet", "AgencyRoi.dll"]
