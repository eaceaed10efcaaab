// What customer-profile does, as a loop written by hand with Go's standard library: no retries, no deadline, no log.
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

type event struct {
	Inputs struct {
		CustomerID string `json:"customer_id"`
		Locale     string `json:"locale"`
	} `json:"inputs"`
}

type account struct {
	Data struct {
		Name    string      `json:"name"`
		Tier    string      `json:"tier"`
		Balance json.Number `json:"balance"`
	} `json:"data"`
	Status string `json:"status"`
}

type answer struct {
	Result outputs `json:"result"`
}

type outputs struct {
	CustomerName    string      `json:"customer_name"`
	CustomerTier    string      `json:"customer_tier"`
	CustomerBalance json.Number `json:"customer_balance"`
	AccountStatus   string      `json:"account_status"`
	Message         string      `json:"message"`
	Success         bool        `json:"success"`
	StatusCode      int         `json:"statusCode"`
	ErrorCode       string      `json:"errorCode"`
	ErrorMessage    string      `json:"errorMessage"`
}

var client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 2}}

func main() {
	runtime := "http://" + os.Getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/"
	fetched := make(chan string)
	go func() { fetched <- "Bearer " + fetchSecret() }()
	authorization := ""
	for {
		var e event
		e.Inputs.Locale = "en-US"
		head := do("GET", runtime+"next", nil, nil, &e)

		if authorization == "" {
			authorization = <-fetched
		}
		var a account
		query := "/v1/user-info?id=" + url.QueryEscape(e.Inputs.CustomerID) + "&locale=" + url.QueryEscape(e.Inputs.Locale)
		do("GET", os.Getenv("CUSTOMER_API_BASE_URL")+query, nil, map[string]string{"Authorization": authorization}, &a)

		body, err := json.Marshal(answer{outputs{
			CustomerName: a.Data.Name, CustomerTier: a.Data.Tier, CustomerBalance: a.Data.Balance, AccountStatus: a.Status,
			Success: true, StatusCode: 200,
		}})
		check(err)
		do("POST", runtime+head.Get("Lambda-Runtime-Aws-Request-Id")+"/response", body, nil, nil)
	}
}

func fetchSecret() string {
	const signed = "content-type;host;x-amz-date;x-amz-security-token;x-amz-target"
	endpoint, err := url.Parse(os.Getenv("AWS_ENDPOINT_URL_SECRETS_MANAGER"))
	check(err)
	body := []byte(`{"SecretId":"` + os.Getenv("CUSTOMER_API_SECRET_ID") + `"}`)
	now := time.Now().UTC().Format("20060102T150405Z")
	headers := map[string]string{
		"Content-Type":         "application/x-amz-json-1.1",
		"X-Amz-Date":           now,
		"X-Amz-Security-Token": os.Getenv("AWS_SESSION_TOKEN"),
		"X-Amz-Target":         "secretsmanager.GetSecretValue",
	}
	scope := now[:8] + "/" + os.Getenv("AWS_REGION") + "/secretsmanager/aws4_request"
	canonical := fmt.Sprintf("POST\n/\n\ncontent-type:%s\nhost:%s\nx-amz-date:%s\nx-amz-security-token:%s\nx-amz-target:%s\n\n%s\n%s",
		headers["Content-Type"], endpoint.Host, now, headers["X-Amz-Security-Token"], headers["X-Amz-Target"], signed, hash(body))
	key := []byte("AWS4" + os.Getenv("AWS_SECRET_ACCESS_KEY"))
	for _, part := range strings.Split(scope, "/") {
		key = sign(key, part)
	}
	signature := hex.EncodeToString(sign(key, "AWS4-HMAC-SHA256\n"+now+"\n"+scope+"\n"+hash([]byte(canonical))))
	headers["Authorization"] = "AWS4-HMAC-SHA256 Credential=" + os.Getenv("AWS_ACCESS_KEY_ID") + "/" + scope + ", SignedHeaders=" + signed + ", Signature=" + signature

	var value struct{ SecretString string }
	do("POST", endpoint.String()+"/", body, headers, &value)
	return value.SecretString
}

func do(method, address string, body []byte, headers map[string]string, into any) http.Header {
	request, err := http.NewRequest(method, address, bytes.NewReader(body))
	check(err)
	for name, value := range headers {
		request.Header.Set(name, value)
	}
	response, err := client.Do(request)
	check(err)
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	check(err)
	if response.StatusCode >= 300 {
		log.Fatalf("%s %s: %s: %s", method, address, response.Status, content)
	}
	if into != nil {
		check(json.Unmarshal(content, into))
	}
	return response.Header
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func sign(key []byte, text string) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(text))
	return mac.Sum(nil)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
